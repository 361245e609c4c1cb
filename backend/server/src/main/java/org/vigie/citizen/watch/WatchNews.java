package org.vigie.citizen.watch;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.request.Place;
import org.vigie.request.RequestChanged;

/** Plans, with each request that comes in where somebody watches, that they are told: whoever reports does not wait for a thousand messages. */
@Configuration(proxyBeanMethods = false)
class WatchNews {

    private static final TaskDescriptor<Order> TASK = TaskDescriptor.of("tell-watchers", Order.class);
    private static final Duration PAUSE_AFTER_A_FAULT = Duration.ofSeconds(30);

    /** What came in, as the task keeps it. */
    record Order(UUID jurisdictionId, UUID requestId) {}

    private final WatchedAreas areas;
    private final SchedulerClient scheduler;
    private final Clock clock;

    WatchNews(WatchedAreas areas, SchedulerClient scheduler, Clock clock) {
        this.areas = areas;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RequestChanged change) {
        RequestChanged.Received received = change.received();
        if (received != null && isWatched(received.request().place())) {
            Order order = new Order(CurrentJurisdiction.get().id(), change.requestId());
            scheduler.schedule(
                    TASK.instance(change.requestId().toString()).data(order).build(), clock.instant());
        }
    }

    private boolean isWatched(Place place) {
        return place.position().filter(at -> !areas.covering(at).isEmpty()).isPresent();
    }

    @Bean
    Task<Order> tellWatchers(JurisdictionDirectory jurisdictions, TellingWatchers telling) {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_A_FAULT))
                .onDeadExecutionRevive()
                .execute((task, context) -> jurisdictions
                        .find(task.getData().jurisdictionId())
                        .ifPresent(jurisdiction -> CurrentJurisdiction.inside(jurisdiction, () -> {
                            telling.tell(task.getData().requestId());
                            return true;
                        })));
    }
}
