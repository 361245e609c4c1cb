package org.vigie.webhook;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tasks of this door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    /** For faults that are not the receiver's, such as a database that is restarting. */
    private static final Duration PAUSE_AFTER_A_FAULT = Duration.ofSeconds(30);

    @Bean
    Task<Sending.Order> sendWebhookEvent(Sending sending) {
        return Tasks.custom(Sending.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_A_FAULT))
                .onDeadExecutionRevive()
                .execute((task, context) -> {
                    Optional<Instant> again = sending.send(task.getData());
                    return (complete, operations) ->
                            again.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
                });
    }

    @Bean
    RecurringTask<Void> removeOldDeadLetters(DeadLetters letters) {
        return Tasks.recurring("remove-old-webhook-events", Schedules.daily(LocalTime.of(3, 40)))
                .execute((task, context) -> letters.removeOld());
    }
}
