package org.vigie.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.vigie.access.Refusal;

/** Whole days of the jurisdiction's calendar, the first and the last included. */
public record Period(LocalDate first, LocalDate last) {

    private static final int MOST_YEARS = 11;

    /** @throws Refusal period-turned-round, period-too-long */
    public Period {
        if (last.isBefore(first)) {
            throw Refusal.invalid("period-turned-round");
        }
        if (ChronoUnit.DAYS.between(first, last) > MOST_YEARS * 366L) {
            throw Refusal.invalid("period-too-long", MOST_YEARS);
        }
    }

    /** Its first moment. */
    public Instant from(ZoneId zone) {
        return first.atStartOfDay(zone).toInstant();
    }

    /** The moment at which it is over; not of it any more. */
    public Instant to(ZoneId zone) {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The same days of the year before. */
    public Period yearBefore() {
        return new Period(first.minusYears(1), last.minusYears(1));
    }
}
