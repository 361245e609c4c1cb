package org.vigie.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.RequestKind;
import org.vigie.request.Channel;
import org.vigie.request.HistoryEntry;
import org.vigie.request.RequestState;

/**
 * A request as it was known at one moment.
 *
 * @param filed under what it was filed then
 * @param steps what had happened, in its order
 * @param promises that had begun
 * @param handOvers when it went from one team to another
 */
record Life(
        RequestKind kind,
        Channel channel,
        Map<Dimension, Named> filed,
        boolean isPrivate,
        Instant receivedAt,
        List<Step> steps,
        List<Pledge> promises,
        List<Instant> handOvers) {

    private static final Set<RequestState> FINAL =
            EnumSet.of(RequestState.CLOSED, RequestState.REJECTED, RequestState.DUPLICATE);

    /** Told of every request, by whoever takes it in. */
    private static final Set<HistoryEntry.Kind> NO_ACTION = EnumSet.of(
            HistoryEntry.Kind.RECEIVED,
            HistoryEntry.Kind.LOCATED,
            HistoryEntry.Kind.ACKNOWLEDGED,
            HistoryEntry.Kind.IMPORTED);

    /** What people call it beside its code; both empty for what is outside of all sectors. */
    record Named(String code, String name) {}

    /** One line of the history. */
    record Step(
            Instant at, HistoryEntry.Kind kind, @Nullable RequestState to, boolean byStaff) {}

    /** One promise, as it stood. */
    record Pledge(
            Commitment commitment,
            Instant dueAt,
            Optional<Instant> metAt,
            Optional<Instant> warnsAt,
            boolean isPaused) {

        /** Kept or broken: that is only known once it was due. What is paused is neither. */
        boolean isDecided(Instant from, Instant asOf) {
            return !isPaused && !dueAt.isBefore(from) && dueAt.isBefore(asOf);
        }

        boolean isKept() {
            return metAt.filter(at -> !at.isAfter(dueAt)).isPresent();
        }

        boolean isWarned() {
            return warnsAt.filter(at -> metAt.filter(met -> !met.isAfter(at)).isEmpty())
                    .isPresent();
        }

        boolean isOverdue(Instant asOf) {
            return metAt.isEmpty() && !isPaused && dueAt.isBefore(asOf);
        }
    }

    private record Stay(RequestState state, Instant since) {}

    RequestState state() {
        return stays().getLast().state();
    }

    /** When its work ended, if it is not open: resolved, or refused. Nothing for what another system brought in as it was. */
    Optional<Instant> settledAt() {
        boolean wasOpen = !isBroughtInSettled();
        Optional<Instant> settled = Optional.empty();
        for (Stay stay : stays()) {
            boolean isOpen = stay.state().isOpen();
            if (isOpen) {
                settled = Optional.empty();
            } else if (wasOpen) {
                settled = Optional.of(stay.since());
            }
            wasOpen = isOpen;
        }
        return settled;
    }

    /** When somebody of staff first did something about it, later than it came in. */
    Optional<Instant> firstActionAt() {
        return steps.stream()
                .filter(step -> step.byStaff()
                        && !NO_ACTION.contains(step.kind())
                        && step.at().isAfter(receivedAt))
                .map(Step::at)
                .findFirst();
    }

    /** How long it was in each state, up to that moment; a final state takes no time, unless it was reopened. Their sum is its age. */
    Map<RequestState, Duration> timeInStates(Instant asOf) {
        Map<RequestState, Duration> times = new EnumMap<>(RequestState.class);
        List<Stay> stays = stays();
        for (int i = 0; i < stays.size(); i++) {
            Stay stay = stays.get(i);
            boolean isLast = i == stays.size() - 1;
            if (!isLast || !FINAL.contains(stay.state())) {
                Instant until = isLast ? asOf : stays.get(i + 1).since();
                times.merge(stay.state(), Duration.between(stay.since(), until), Duration::plus);
            }
        }
        return times;
    }

    /** From receipt to the end of all work on it, or that moment. */
    Duration age(Instant asOf) {
        Stay last = stays().getLast();
        return Duration.between(receivedAt, FINAL.contains(last.state()) ? last.since() : asOf);
    }

    int visits() {
        return (int) steps.stream()
                .filter(step -> step.kind() == HistoryEntry.Kind.ON_SITE)
                .count();
    }

    int reopened(Instant from) {
        return (int) steps.stream()
                .filter(step -> step.to() == RequestState.REOPENED && !step.at().isBefore(from))
                .count();
    }

    private boolean isBroughtInSettled() {
        return !steps.isEmpty() && steps.getFirst().kind() == HistoryEntry.Kind.IMPORTED;
    }

    /** One after the other; nothing began before the receipt. */
    private List<Stay> stays() {
        List<Stay> stays = new ArrayList<>();
        stays.add(new Stay(RequestState.RECEIVED, receivedAt));
        for (Step step : steps) {
            RequestState to = step.to();
            if (to != null) {
                stays.add(new Stay(to, step.at().isBefore(receivedAt) ? receivedAt : step.at()));
            }
        }
        if (stays.size() > 1 && stays.get(1).since().equals(receivedAt)) {
            stays.removeFirst();
        }
        return stays;
    }
}
