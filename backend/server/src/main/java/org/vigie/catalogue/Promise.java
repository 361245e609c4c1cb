package org.vigie.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.vigie.catalogue.calendar.Length;
import org.vigie.catalogue.calendar.PromisedTime;
import org.vigie.catalogue.calendar.Warning;
import org.vigie.catalogue.calendar.WorkCalendar;

/**
 * One promise of a category: how long, on which calendar, and when it is warned of.
 *
 * @param calendar a stored one for the working units, else round the clock in the jurisdiction's zone
 */
public record Promise(Length length, WorkCalendar calendar, Optional<Warning> warning) {

    /** @throws IllegalArgumentException when working time is promised without a calendar, or a calendar named for other time */
    public Promise {
        if (length.unit().isWorking() != calendar.id().isPresent()) {
            throw new IllegalArgumentException(length + " on " + calendar.id());
        }
    }

    /** Without a calendar and a warning. */
    public static Promise roundTheClock(int amount, Length.Unit unit, ZoneId zone) {
        return new Promise(new Length(amount, unit), WorkCalendar.roundTheClock(zone), Optional.empty());
    }

    public Promise warning(Warning.Kind kind, int value) {
        return new Promise(length, calendar, Optional.of(new Warning(kind, value)));
    }

    public PromisedTime time() {
        return new PromisedTime(calendar, length.unit());
    }

    /**
     * When it is due that began then.
     *
     * @param paused counted time that pauses have taken out
     */
    public Instant dueAt(Instant startsAt, Duration paused) {
        return time().plus(time().due(startsAt, length.amount()), paused);
    }

    /** When it is warned of first, pauses not regarded. */
    public Optional<Instant> warnsAt(Instant startsAt) {
        return warning.map(rule -> time().warnsAt(startsAt, time().due(startsAt, length.amount()), rule));
    }
}
