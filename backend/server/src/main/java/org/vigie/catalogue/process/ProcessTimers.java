package org.vigie.catalogue.process;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;

/** Lets published versions take effect when their time has come; late ones after an interruption, each once. */
@Configuration(proxyBeanMethods = false)
class ProcessTimers {

    private static final Duration PAUSE_AFTER_A_FAULT = Duration.ofSeconds(5);

    @Bean
    Task<ProcessPublication.Order> processTakesEffect(
            JurisdictionDirectory jurisdictions, ProcessPublication publication) {
        return Tasks.oneTime(ProcessPublication.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_A_FAULT))
                .onDeadExecutionRevive()
                .execute((task, context) -> jurisdictions
                        .find(task.getData().jurisdictionId())
                        .ifPresent(jurisdiction -> CurrentJurisdiction.inside(
                                jurisdiction,
                                () -> publication.takeEffect(task.getData().versionId()))));
    }
}
