package org.vigie.access;

import java.time.LocalDate;

/**
 * Personal data that is removed when its day has come. Every step that keeps some offers a bean of this type; a daily task asks
 * each of them, in each jurisdiction.
 */
public interface ExpiringPersonalData {

    /** What is removed, in a few words, for the log. */
    String description();

    /**
     * Removes what was to be kept no longer than until the day before {@code today}, in the jurisdiction that is open, in a
     * transaction of its own.
     *
     * @return how many rows it removed or emptied
     */
    int removeExpired(LocalDate today);
}
