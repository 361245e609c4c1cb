package org.vigie.command;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.vigie.access.OnlyWhenServing;

/** A command may schedule tasks; it leaves carrying them out to the service. */
@Configuration(proxyBeanMethods = false)
@Profile(OnlyWhenServing.COMMAND_PROFILE)
class QuietBackground {

    @Bean
    DbSchedulerStarter schedulerThatNeverStarts() {
        return () -> {};
    }
}
