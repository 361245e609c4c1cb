package org.vigie.catalogue.calendar;

import java.time.LocalTime;

/**
 * From an opening to the closing of the same day, by the clock on the wall. What goes on after midnight is another one, of the next day.
 *
 * @param opens included
 * @param closes not included; {@link LocalTime#MAX} means midnight at the end of the day
 */
public record Hours(LocalTime opens, LocalTime closes) {

    private static final int SECONDS_A_DAY = 86_400;

    /** Whole days. */
    public static final Hours ALL_DAY = new Hours(LocalTime.MIN, LocalTime.MAX);

    /** @throws IllegalArgumentException when it closes before it opens, or at once */
    public Hours {
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("%s is not after %s".formatted(closes, opens));
        }
    }

    int opensSecond() {
        return opens.toSecondOfDay();
    }

    /** 86,400 for midnight at the end. */
    int closesSecond() {
        return closes.equals(LocalTime.MAX) ? SECONDS_A_DAY : closes.toSecondOfDay();
    }
}
