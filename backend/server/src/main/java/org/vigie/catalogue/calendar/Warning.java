package org.vigie.catalogue.calendar;

/** When a promise that is still open is warned of first, counted as its length is. */
public record Warning(Kind kind, int value) {

    /** @throws IllegalArgumentException when the value is less than 1, or a share not less than 100 */
    public Warning {
        if (value < 1 || (kind == Kind.SHARE && value >= 100)) {
            throw new IllegalArgumentException("a warning of %s %d".formatted(kind, value));
        }
    }

    /** What the value means. */
    public enum Kind {
        /** Percent of the counted time from start to due. */
        SHARE,
        /** Counted minutes before it is due; the start when the promise is shorter. */
        MINUTES_BEFORE,
        /** Counted minutes from the start; when it is due, when the promise is shorter. */
        MINUTES_AFTER
    }
}
