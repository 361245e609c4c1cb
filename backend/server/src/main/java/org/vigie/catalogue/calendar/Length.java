package org.vigie.catalogue.calendar;

/**
 * How long a promise is.
 *
 * @param amount at least 1
 */
public record Length(int amount, Unit unit) {

    /** @throws IllegalArgumentException when the amount is less than 1 */
    public Length {
        if (amount < 1) {
            throw new IllegalArgumentException("a length of " + amount);
        }
    }

    /** What is counted. {@link PromisedTime} says how. */
    public enum Unit {
        /** Every minute, day and night. */
        MINUTES,
        /** Every hour, day and night; one is 60 minutes, also when the clocks are changed. */
        HOURS,
        /** Every day of the year, to the same time on the wall's clock. */
        DAYS,
        /** Minutes during which the calendar is open. */
        WORKING_MINUTES,
        /** 60 minutes each during which the calendar is open. */
        WORKING_HOURS,
        /** Days on which the calendar opens at all, to the same time on the wall's clock. */
        WORKING_DAYS;

        /** Whether it needs a calendar; the others go on round the clock. */
        public boolean isWorking() {
            return this == WORKING_MINUTES || this == WORKING_HOURS || this == WORKING_DAYS;
        }
    }
}
