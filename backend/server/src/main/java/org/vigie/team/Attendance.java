package org.vigie.team;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who is at work when: what somebody says of themselves holds before everything else, then absences, then shifts. Whoever has no shift is
 * always expected. Immutable.
 */
public final class Attendance {

    /** Nobody is waited for longer than this. */
    private static final int HORIZON_DAYS = 28;

    /** What somebody said last. */
    public enum State {
        PRESENT,
        AWAY
    }

    /** @param until when it holds no longer */
    record Said(State state, Instant until) {}

    private final Map<UUID, List<Shift>> shifts;
    private final Map<UUID, Said> said;
    private final Absences absences;

    Attendance(Map<UUID, List<Shift>> shifts, Map<UUID, Said> said, Absences absences) {
        this.shifts = Map.copyOf(shifts);
        this.said = Map.copyOf(said);
        this.absences = absences;
    }

    public boolean isOnDuty(UUID accountId, ZonedDateTime at) {
        return saidAt(accountId, at.toInstant())
                .map(word -> word.state() == State.PRESENT)
                .orElseGet(() -> isExpected(accountId, at));
    }

    /** When somebody is at work next, now included; empty when that is not within four weeks. */
    public Optional<ZonedDateTime> nextOnDuty(UUID accountId, ZonedDateTime at) {
        if (isOnDuty(accountId, at)) {
            return Optional.of(at);
        }
        ZonedDateTime from = saidAt(accountId, at.toInstant())
                .map(word -> word.until().atZone(at.getZone()))
                .orElse(at);
        if (isExpected(accountId, from)) {
            return Optional.of(from);
        }
        return from.toLocalDate()
                .datesUntil(from.toLocalDate().plusDays(HORIZON_DAYS))
                .filter(day -> !absences.isAway(accountId, day))
                .flatMap(day -> beginnings(accountId, day, from))
                .findFirst();
    }

    /** Whether somebody is absent on each of so many days, that one included. */
    public boolean isAbsentFor(UUID accountId, LocalDate from, int days) {
        return from.datesUntil(from.plusDays(days)).allMatch(day -> absences.isAway(accountId, day));
    }

    /** Whoever stands in for somebody absent that day; empty for somebody who is not. */
    public Optional<Present> deputy(UUID accountId, LocalDate day) {
        return absences.onDay(accountId, day)
                .filter(present -> !present.accountId().equals(accountId));
    }

    private Optional<Said> saidAt(UUID accountId, Instant at) {
        return Optional.ofNullable(said.get(accountId)).filter(word -> at.isBefore(word.until()));
    }

    private boolean isExpected(UUID accountId, ZonedDateTime at) {
        List<Shift> theirs = shifts.getOrDefault(accountId, List.of());
        return !absences.isAway(accountId, at.toLocalDate())
                && (theirs.isEmpty() || theirs.stream().anyMatch(shift -> shift.holdsAt(at)));
    }

    /** When work begins on a day, the earliest first, not before that moment. */
    private Stream<ZonedDateTime> beginnings(UUID accountId, LocalDate day, ZonedDateTime from) {
        List<Shift> theirs = shifts.getOrDefault(accountId, List.of());
        Stream<ZonedDateTime> starts = theirs.isEmpty()
                ? Stream.of(day.atStartOfDay(from.getZone()))
                : theirs.stream()
                        .flatMap(shift -> shift.spans().stream())
                        .filter(span -> span.weekday() == day.getDayOfWeek())
                        .map(span -> day.atTime(span.starts()).atZone(from.getZone()));
        return starts.filter(start -> !start.isBefore(from)).sorted();
    }
}
