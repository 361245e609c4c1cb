package org.vigie.catalogue.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The arithmetic of one unit on one calendar.
 *
 * <ul>
 *   <li>MINUTES and HOURS count time as it passes, whatever the calendar says.
 *   <li>DAYS go to the same time on the wall's clock that many dates later: across a change of the clocks a day has 23 or 25 hours.
 *   <li>WORKING_MINUTES and WORKING_HOURS count while the calendar is open. A start outside its hours begins at the next opening. They may
 *       end exactly at closing: 2 hours from 15:00, closing at 17:00, end at 17:00 and not at the next opening.
 *   <li>WORKING_DAYS go to the same time on the wall's clock that many working days later, the day of the start not counted: Friday 17:00
 *       and 2 of them make Tuesday 17:00 on a calendar from Monday to Friday, 9 to 17. A working day is a date on which the calendar opens,
 *       however briefly. A start outside the hours begins at the next opening; the closing instant is not outside (midnight belongs to the
 *       day that begins). When the last day has other hours, a time in a break or before the opening becomes the next opening of that day,
 *       and one after the last closing becomes that closing.
 * </ul>
 *
 * <p>A time on the wall that summer time skips is read with the offset before the change (02:30 becomes 03:30), one that occurs twice
 * means the first, as in RFC 5545.
 *
 * <p>Pauses: while a promise is paused nothing of it is counted. Resuming moves its end by what would have been counted meanwhile:
 * elapsed time for MINUTES and HOURS, time on the wall for DAYS, open time for the working units, working days included (a pause from
 * Monday 10:00 to Tuesday 10:00 moves a due time by the opening hours between, which is one working day where days are alike).
 */
public record PromisedTime(WorkCalendar calendar, Length.Unit unit) {

    /** When a length that begins at {@code start} is over. */
    public Instant due(Instant start, int amount) {
        return switch (unit) {
            case MINUTES -> start.plus(Duration.ofMinutes(amount));
            case HOURS -> start.plus(Duration.ofHours(amount));
            case DAYS -> at(onWall(start).plusDays(amount));
            case WORKING_MINUTES -> worked(start, Duration.ofMinutes(amount));
            case WORKING_HOURS -> worked(start, Duration.ofHours(amount));
            case WORKING_DAYS -> workingDays(start, amount);
        };
    }

    /** When somebody is warned of a promise first. */
    public Instant warnsAt(Instant start, Instant due, Warning warning) {
        Duration whole = counted(start, due);
        Duration value = Duration.ofMinutes(warning.value());
        Duration after = switch (warning.kind()) {
            case SHARE -> whole.multipliedBy(warning.value()).dividedBy(100);
            case MINUTES_AFTER -> value.compareTo(whole) < 0 ? value : whole;
            case MINUTES_BEFORE -> value.compareTo(whole) < 0 ? whole.minus(value) : Duration.ZERO;
        };
        return plus(start, after);
    }

    /** How much of the promised time passes between two instants; nothing when the second is not after the first. */
    public Duration counted(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        return switch (unit) {
            case MINUTES, HOURS -> Duration.between(from, to);
            case DAYS -> {
                Duration onWall = Duration.between(onWall(from), onWall(to));
                yield onWall.isNegative() ? Duration.ZERO : onWall;
            }
            case WORKING_MINUTES, WORKING_HOURS, WORKING_DAYS -> openBetween(from, to);
        };
    }

    /** The first instant at which so much has been counted from {@code from}; that itself for nothing. */
    public Instant plus(Instant from, Duration counted) {
        if (counted.isZero()) {
            return from;
        }
        return switch (unit) {
            case MINUTES, HOURS -> from.plus(counted);
            case DAYS -> at(onWall(from).plus(counted));
            case WORKING_MINUTES, WORKING_HOURS, WORKING_DAYS -> worked(from, counted);
        };
    }

    /** Where an instant of a promise lies after a pause; one that was not ahead when the pause began stays where it is. */
    public Instant afterPause(Instant ahead, Instant pausedAt, Instant resumedAt) {
        return pausedAt.isBefore(ahead) ? plus(ahead, counted(pausedAt, resumedAt)) : ahead;
    }

    private Instant worked(Instant from, Duration amount) {
        Duration remaining = amount;
        LocalDate day = calendar.dayOf(from);
        if (!calendar.isWorkingDay(day)) {
            day = calendar.firstWorkingDayAfter(day);
        }
        while (true) {
            for (OpenSpan span : calendar.spansOn(day)) {
                if (span.to().isAfter(from)) {
                    Instant begins = span.from().isAfter(from) ? span.from() : from;
                    Duration open = Duration.between(begins, span.to());
                    if (remaining.compareTo(open) <= 0) {
                        return begins.plus(remaining);
                    }
                    remaining = remaining.minus(open);
                }
            }
            day = calendar.firstWorkingDayAfter(day);
        }
    }

    private Duration openBetween(Instant from, Instant to) {
        Duration open = Duration.ZERO;
        LocalDate last = calendar.dayOf(to);
        for (LocalDate day = calendar.dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (OpenSpan span : calendar.spansOn(day)) {
                Instant begins = span.from().isAfter(from) ? span.from() : from;
                Instant ends = span.to().isBefore(to) ? span.to() : to;
                if (begins.isBefore(ends)) {
                    open = open.plus(Duration.between(begins, ends));
                }
            }
        }
        return open;
    }

    private Instant workingDays(Instant start, int amount) {
        LocalDateTime begins = onWall(beginning(start));
        LocalDate day = begins.toLocalDate();
        for (int n = 0; n < amount; n++) {
            day = calendar.firstWorkingDayAfter(day);
        }
        return within(day, begins.toLocalTime());
    }

    private Instant beginning(Instant start) {
        LocalDate day = calendar.dayOf(start);
        List<OpenSpan> spans = calendar.spansOn(day);
        if (spans.stream().anyMatch(span -> span.touches(start))) {
            return start;
        }
        return spans.stream()
                .map(OpenSpan::from)
                .filter(opens -> opens.isAfter(start))
                .findFirst()
                .orElseGet(() -> firstOpeningAfter(day));
    }

    private Instant firstOpeningAfter(LocalDate day) {
        LocalDate next = calendar.firstWorkingDayAfter(day);
        List<OpenSpan> spans = calendar.spansOn(next);
        // All hours of a day may lie in the one that summer time skips.
        return spans.isEmpty() ? firstOpeningAfter(next) : spans.getFirst().from();
    }

    private Instant within(LocalDate day, LocalTime wanted) {
        // What summer time skips is read later, and may be outside the hours then.
        LocalTime time = onWall(at(day.atTime(wanted))).toLocalTime();
        List<Hours> hours = calendar.hoursOn(day);
        for (Hours open : hours) {
            if (time.isBefore(open.opens())) {
                return at(day.atTime(open.opens()));
            }
            if (!time.isAfter(open.closes())) {
                return at(day.atTime(time));
            }
        }
        return at(day.atStartOfDay().plusSeconds(hours.getLast().closesSecond()));
    }

    private LocalDateTime onWall(Instant at) {
        return LocalDateTime.ofInstant(at, calendar.zone());
    }

    private Instant at(LocalDateTime onWall) {
        ZoneId zone = calendar.zone();
        return onWall.atZone(zone).toInstant();
    }
}
