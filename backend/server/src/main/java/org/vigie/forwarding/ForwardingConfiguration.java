package org.vigie.forwarding;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tasks of forwarding: one for each request that is to be posted or taken back, one for each system that is followed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ForwardingSettings.class)
class ForwardingConfiguration {

    /** For faults that are not the other side's, such as a database that is restarting. */
    private static final Duration PAUSE_AFTER_A_FAULT = Duration.ofSeconds(30);

    @Bean
    Task<Posting.Order> postForwardedRequest(Posting posting) {
        return untilDone(Posting.TASK, posting::post);
    }

    @Bean
    Task<RemotePolling.Order> followForwardedRequests(RemotePolling following) {
        return untilDone(RemotePolling.TASK, following::follow);
    }

    @Bean
    Task<Posting.Order> tellEndingOfForwardedRequest(TellingEndings telling) {
        return untilDone(TellingEndings.TASK, telling::tell);
    }

    /** @param work when to go on; empty when there is nothing left to do */
    private static <T> Task<T> untilDone(TaskDescriptor<T> task, Function<T, Optional<Instant>> work) {
        return Tasks.custom(task)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_A_FAULT))
                .onDeadExecutionRevive()
                .execute((due, context) -> {
                    Optional<Instant> again = work.apply(due.getData());
                    return (complete, operations) ->
                            again.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
                });
    }
}
