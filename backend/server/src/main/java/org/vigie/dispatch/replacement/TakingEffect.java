package org.vigie.dispatch.replacement;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.territory.SectorsPublished;

/** Plans, with the publication and for the instant it begins to hold, that requests follow. */
@Configuration(proxyBeanMethods = false)
class TakingEffect {

    private static final TaskDescriptor<Order> TASK = TaskDescriptor.of("sectors-take-effect", Order.class);
    /** Until then a process may still have placed a new request by the sectors before. */
    private static final Duration HEARD_EVERYWHERE = Duration.ofSeconds(10);

    private static final Duration PAUSE_AFTER_A_FAULT = Duration.ofSeconds(5);

    /** What takes effect, as the task keeps it. */
    record Order(UUID jurisdictionId, UUID versionId) {}

    private final SchedulerClient scheduler;

    TakingEffect(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(SectorsPublished published) {
        Order order = new Order(CurrentJurisdiction.get().id(), published.versionId());
        plan("", order, published.holdsFrom());
        plan(" again", order, published.holdsFrom().plus(HEARD_EVERYWHERE));
    }

    private void plan(String which, Order order, Instant at) {
        scheduler.schedule(TASK.instance(order.versionId() + which).data(order).build(), at);
    }

    @Bean
    Task<Order> sectorsTakeEffect(JurisdictionDirectory jurisdictions, Replacement replacement) {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_A_FAULT))
                .onDeadExecutionRevive()
                .execute((task, context) -> jurisdictions
                        .find(task.getData().jurisdictionId())
                        .ifPresent(jurisdiction -> CurrentJurisdiction.inside(
                                jurisdiction,
                                () -> replacement.run(task.getData().versionId()))));
    }
}
