package org.vigie.forwarding;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tasks of forwarding: one for each request that is to be posted, one for each system that is followed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ForwardingSettings.class)
class ForwardingConfiguration {

    /** For faults that are not the other side's, such as a database that is restarting. */
    private static final Duration PAUSE_AFTER_A_FAULT = Duration.ofSeconds(30);

    @Bean
    Task<Posting.Order> postForwardedRequest(Posting posting) {
        return Tasks.custom(Posting.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_A_FAULT))
                .onDeadExecutionRevive()
                .execute((task, context) -> {
                    Optional<Instant> again = posting.post(task.getData());
                    return (complete, operations) ->
                            again.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
                });
    }

    @Bean
    Task<RemotePolling.Order> followForwardedRequests(RemotePolling following) {
        return Tasks.custom(RemotePolling.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_A_FAULT))
                .onDeadExecutionRevive()
                .execute((task, context) -> {
                    Optional<Instant> again = following.follow(task.getData());
                    return (complete, operations) ->
                            again.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
                });
    }
}
