package org.vigie.dispatch.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.request.Actor;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.RequestHistory;
import org.vigie.request.Requests;

/** Lets ring what is due for a request, in order, each once: the request is held meanwhile, and what has rung commits with what it did. */
@Component
class Ringing {

    private final Requests requests;
    private final RequestHistory history;
    private final Alarms alarms;
    private final Telling telling;
    private final AlarmClock alarmClock;
    private final Clock clock;

    Ringing(
            Requests requests,
            RequestHistory history,
            Alarms alarms,
            Telling telling,
            AlarmClock alarmClock,
            Clock clock) {
        this.requests = requests;
        this.history = history;
        this.alarms = alarms;
        this.telling = telling;
        this.alarmClock = alarmClock;
        this.clock = clock;
    }

    /** @return when the next one rings; empty when none will as things stand */
    @Transactional
    public Optional<Instant> ring(UUID requestId) {
        Request request = requests.lock(requestId);
        Instant now = clock.instant();
        List<Alarm> pending = alarms.listPending(request);
        pending.stream().filter(alarm -> !alarm.at().isAfter(now)).forEach(alarm -> ring(request, alarm, now));
        Optional<Instant> next =
                pending.stream().map(Alarm::at).filter(at -> at.isAfter(now)).findFirst();
        next.ifPresent(at -> alarmClock.set(requestId, at));
        return next;
    }

    /** A step that an action has stopped tells nobody and is not kept: nothing rang. */
    private void ring(Request request, Alarm alarm, Instant now) {
        if (alarm.step().isEmpty()) {
            alarms.add(request.id(), alarm, now, 0);
            return;
        }
        LadderStep step = alarm.step().get();
        if (step.stopsOn() == LadderStep.StopsOn.ACTION && isActedOn(request, alarm)) {
            return;
        }
        Telling.Told told = telling.tell(request, alarm, step);
        alarms.add(request.id(), alarm, now, told.count());
        alarms.showStep(request.id());
        requests.notice(
                request,
                Entries.of(HistoryEntry.Kind.ESCALATED)
                        .by(Actor.VIGIE)
                        .toStaff(told.words())
                        .at(now));
    }

    /** Since the telling before, or since the promise was broken. */
    private boolean isActedOn(Request request, Alarm alarm) {
        Instant since = alarms.listRung(request.id()).stream()
                .filter(rung -> rung.key().commitment() == alarm.commitment()
                        && rung.key().startsAt().equals(alarm.startsAt())
                        && rung.key().kind() != Alarm.Kind.WARNING)
                .map(Alarms.Rung::rangAt)
                .max(Instant::compareTo)
                .orElse(alarm.startsAt());
        return history.list(request.id()).stream()
                .anyMatch(entry -> entry.actorAccountId() != null && entry.at().isAfter(since));
    }
}
