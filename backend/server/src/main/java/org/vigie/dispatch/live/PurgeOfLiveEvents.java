package org.vigie.dispatch.live;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;

/** Throws away, every hour, what no screen may resume from any more. */
@Configuration(proxyBeanMethods = false)
class PurgeOfLiveEvents {

    @Bean
    RecurringTask<Void> purgeLiveEvents(LiveEvents events, JurisdictionDirectory directory) {
        return Tasks.recurring("purge-live-events", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> directory
                        .list()
                        .forEach(jurisdiction -> CurrentJurisdiction.inside(jurisdiction, () -> {
                            events.purge();
                        })));
    }
}
