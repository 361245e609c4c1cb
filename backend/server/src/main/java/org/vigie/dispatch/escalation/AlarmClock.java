package org.vigie.dispatch.escalation;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.notification.NewTasks;
import org.vigie.request.RequestArriving;

/**
 * Sets a durable timer for a request, in the transaction that knows when. One for each instant: a timer that is no longer wanted goes off
 * and finds nothing to do, so that nobody has to find and stop it while it may be going off.
 */
@Component
class AlarmClock {

    static final TaskDescriptor<Order> TASK = TaskDescriptor.of("alarm", Order.class);

    /** Which request, as the task keeps it. */
    record Order(UUID jurisdictionId, UUID requestId) {}

    private final SchedulerClient scheduler;
    private final NewTasks tasks;

    AlarmClock(SchedulerClient scheduler, NewTasks tasks) {
        this.scheduler = scheduler;
        this.tasks = tasks;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void set(UUID requestId, Instant at) {
        scheduler.scheduleIfNotExists(timer(requestId, at), at);
    }

    /** Of a request that is about to be stored: nobody has set one before. */
    void setFirst(RequestArriving arriving, Instant at) {
        tasks.plan(arriving.exchange(), timer(arriving.request().id(), at), at);
    }

    private static TaskInstance<Order> timer(UUID requestId, Instant at) {
        Order order = new Order(CurrentJurisdiction.get().id(), requestId);
        return TASK.instance(requestId + "@" + at.toEpochMilli()).data(order).build();
    }

    /** Looks at many requests at once: what is due rings, and the next timer of each is set. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void look(List<UUID> requestIds, Instant at) {
        UUID jurisdictionId = CurrentJurisdiction.get().id();
        scheduler.scheduleBatch(
                requestIds.stream()
                        .<TaskInstance<?>>map(id -> TASK.instance(id + "#" + Ids.next())
                                .data(new Order(jurisdictionId, id))
                                .build())
                        .toList(),
                at);
    }
}
