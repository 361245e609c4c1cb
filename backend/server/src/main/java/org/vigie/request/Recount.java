package org.vigie.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.catalogue.ClockworkChanged;
import org.vigie.catalogue.PromisesChanged;
import org.vigie.catalogue.RecountEffect;
import org.vigie.catalogue.RunningPromises;

/**
 * Counts the promises of running requests anew when their calendar or their category's promise changes, and keeps in their history what
 * moved and why. A preview does the same and takes it back: the number that is shown is found as the number that moves.
 */
@Component
class Recount implements RunningPromises {

    private static final int MOST_EXAMPLES = 5;

    private final RunningDeadlines running;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Recount(RunningDeadlines running, TransactionTemplate transaction, Clock clock) {
        this.running = running;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public RecountEffect of(Runnable change) {
        return moving(change, false);
    }

    @Override
    public RecountEffect preview(Runnable change) {
        return moving(change, true);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ClockworkChanged change) {
        Instant now = now();
        move(
                running.onCalendar(change.calendarId(), deadline -> deadline.recounted(deadline.promise(), now)),
                change.reason(),
                now);
    }

    /** What was not promised before is not begun now, and what is promised no more goes on as it began. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PromisesChanged change) {
        Instant now = now();
        Function<Deadline, Deadline> rule = deadline -> change.promises()
                .find(deadline.commitment())
                .map(promise -> deadline.recounted(promise, now))
                .orElse(deadline);
        move(running.ofCategory(change.categoryId(), rule), change.reason(), now);
    }

    private void move(List<RunningDeadlines.Change> changes, String reason, Instant now) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Watch watch) {
            watch.seen.addAll(changes);
            if (watch.takenBack) {
                return;
            }
        }
        running.write(changes, reason, now);
    }

    private RecountEffect moving(Runnable change, boolean takenBack) {
        Watch watch = new Watch(takenBack);
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            TransactionSynchronizationManager.bindResource(this, watch);
            try {
                change.run();
            } finally {
                TransactionSynchronizationManager.unbindResource(this);
            }
            if (takenBack) {
                status.setRollbackOnly();
            }
            return effect(watch.seen, now());
        }));
    }

    private static RecountEffect effect(List<RunningDeadlines.Change> changes, Instant now) {
        List<RunningDeadlines.Change> moved =
                changes.stream().filter(RunningDeadlines.Change::moves).toList();
        return new RecountEffect(
                moved.size(),
                (int) moved.stream()
                        .map(RunningDeadlines.Change::requestId)
                        .distinct()
                        .count(),
                (int) moved.stream()
                        .filter(change -> !late(change.before(), now) && late(change.after(), now))
                        .count(),
                (int) moved.stream()
                        .filter(change -> late(change.before(), now) && !late(change.after(), now))
                        .count(),
                moved.stream()
                        .sorted(Comparator.comparing(Recount::distance).reversed())
                        .limit(MOST_EXAMPLES)
                        .map(change -> new RecountEffect.Move(
                                change.number(),
                                change.before().commitment(),
                                change.before().dueAt(),
                                change.after().dueAt()))
                        .toList());
    }

    private static boolean late(Deadline deadline, Instant now) {
        return deadline.pausedAt().isEmpty() && deadline.dueAt().isBefore(now);
    }

    private static Duration distance(RunningDeadlines.Change change) {
        return Duration.between(change.before().dueAt(), change.after().dueAt()).abs();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What a change moves, while somebody wants to know. */
    private static final class Watch {

        private final boolean takenBack;
        private final List<RunningDeadlines.Change> seen = new ArrayList<>();

        private Watch(boolean takenBack) {
            this.takenBack = takenBack;
        }
    }
}
