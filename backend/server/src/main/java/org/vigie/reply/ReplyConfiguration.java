package org.vigie.reply;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;

/** The task that follows a delivered letter. */
@Configuration(proxyBeanMethods = false)
class ReplyConfiguration {

    private static final Duration PAUSE_AFTER_A_FAULT = Duration.ofSeconds(30);

    @Bean
    Task<SendingOut.Outcome> settleFormalReply(SendingOut sendingOut, JurisdictionDirectory jurisdictions) {
        return Tasks.oneTime(SendingOut.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_A_FAULT))
                .execute((task, context) -> jurisdictions
                        .find(task.getData().jurisdictionId())
                        .ifPresent(jurisdiction ->
                                CurrentJurisdiction.inside(jurisdiction, () -> sendingOut.settle(task.getData()))));
    }
}
