package org.vigie.dispatch.escalation;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.request.RequestArriving;
import org.vigie.request.RequestChanged;
import org.vigie.request.Requests;
import org.vigie.request.RequestsRecounted;

/** Sets the next timer with every change of a request, and lets ring what is due when one goes off. */
@Configuration(proxyBeanMethods = false)
class Timers {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);
    private static final Duration PAUSE_AFTER_A_FAULT = Duration.ofSeconds(10);

    private final Requests requests;
    private final Alarms alarms;
    private final AlarmClock clock;

    Timers(Requests requests, Alarms alarms, AlarmClock clock) {
        this.requests = requests;
        this.alarms = alarms;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RequestArriving arriving) {
        alarms.first(arriving).ifPresent(first -> clock.setFirst(arriving, first.at()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RequestChanged change) {
        if (change.received() != null) {
            return;
        }
        alarms.showStep(change.requestId());
        alarms.listPending(requests.get(change.requestId())).stream()
                .findFirst()
                .ifPresent(next -> clock.set(change.requestId(), next.at()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RequestsRecounted recounted) {
        clock.look(recounted.requestIds(), recounted.at());
    }

    /** What was brought in by a file, or had a ladder put to it later, has heard of no change. */
    @Bean
    RecurringTask<Void> lookAfterAlarms(JurisdictionDirectory jurisdictions, Overlooked overlooked) {
        return Tasks.recurring("look-after-alarms", FixedDelay.of(BETWEEN_LOOKS))
                .execute((task, context) -> jurisdictions
                        .list()
                        .forEach(jurisdiction -> CurrentJurisdiction.inside(jurisdiction, () -> {
                            overlooked.setTimers();
                        })));
    }

    @Bean
    Task<AlarmClock.Order> ringAlarms(JurisdictionDirectory jurisdictions, Ringing ringing) {
        return Tasks.oneTime(AlarmClock.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_A_FAULT))
                .onDeadExecutionRevive()
                .execute((task, context) -> jurisdictions
                        .find(task.getData().jurisdictionId())
                        .ifPresent(jurisdiction -> CurrentJurisdiction.inside(
                                jurisdiction, () -> ringing.ring(task.getData().requestId()))));
    }
}
