package org.vigie.dispatch.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.request.Deadline;

/** What rings for a promise: its warning, its breach, each step of its ladder with its repeats. Nothing while it is paused or once it is kept. */
final class AlarmPlan {

    /** At the same instant the warning goes before the breach, and this before the steps in their order. */
    static final Comparator<Alarm> IN_ORDER = Comparator.comparing(Alarm::at)
            .thenComparing(Alarm::commitment)
            .thenComparing(Alarm::kind)
            .thenComparing(Alarm::position)
            .thenComparing(Alarm::occurrence);

    private AlarmPlan() {}

    static List<Alarm> of(Deadline deadline, List<LadderStep> ladder) {
        if (!deadline.isOpen() || deadline.pausedAt().isPresent()) {
            return List.of();
        }
        List<Alarm> alarms = new ArrayList<>();
        deadline.warnsAt().ifPresent(at -> alarms.add(once(deadline, Alarm.Kind.WARNING, at)));
        alarms.add(once(deadline, Alarm.Kind.BREACH, deadline.dueAt()));
        for (LadderStep step : ladder) {
            Instant first = deadline.dueAt().plus(step.afterDue());
            for (int occurrence = 0; occurrence <= step.repeats(); occurrence++) {
                Instant at = occurrence == 0
                        ? first
                        : first.plus(step.repeatEvery().orElseThrow().multipliedBy(occurrence));
                alarms.add(new Alarm(
                        deadline.commitment(),
                        deadline.startsAt(),
                        Alarm.Kind.STEP,
                        occurrence,
                        at,
                        Optional.of(step)));
            }
        }
        alarms.sort(IN_ORDER);
        return alarms;
    }

    private static Alarm once(Deadline deadline, Alarm.Kind kind, Instant at) {
        return new Alarm(deadline.commitment(), deadline.startsAt(), kind, 0, at, Optional.empty());
    }
}
