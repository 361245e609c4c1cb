package org.vigie.dispatch.reminder;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;

/** Looks for requests that sleep, jurisdiction by jurisdiction. */
@Configuration(proxyBeanMethods = false)
class RemindingTask {

    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> remindOfDormant(JurisdictionDirectory jurisdictions, Reminding reminding) {
        return Tasks.recurring("remind-of-dormant", FixedDelay.of(BETWEEN_LOOKS))
                .execute((task, context) -> jurisdictions
                        .list()
                        .forEach(jurisdiction -> CurrentJurisdiction.inside(jurisdiction, () -> {
                            while (reminding.remind()) {
                                // The next portion, in a transaction of its own.
                            }
                        })));
    }
}
