package org.vigie.notification;

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

/** Which carrier delivers, and the two tasks of this step. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class NotificationConfiguration {

    /** For faults that are not the mail server's, such as a database that is restarting. */
    private static final Duration PAUSE_AFTER_A_FAULT = Duration.ofSeconds(30);

    @Bean
    Carrier carrier(MailSettings settings) {
        return settings.host().isBlank() ? new CatchDirectory(settings) : new SmtpCarrier(settings);
    }

    @Bean
    Task<Delivery.Order> deliverMessage(Delivery delivery) {
        return Tasks.custom(Delivery.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_A_FAULT))
                .onDeadExecutionRevive()
                .execute((task, context) -> {
                    Optional<Instant> again = delivery.deliver(task.getData());
                    return (complete, operations) ->
                            again.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
                });
    }

    @Bean
    RecurringTask<Void> removeExpiredPersonalData(PersonalDataRemoval removal) {
        return Tasks.recurring("remove-expired-personal-data", Schedules.daily(LocalTime.of(3, 20)))
                .execute((task, context) -> removal.removeAll());
    }
}
