package org.vigie.catalogue.calendar;

import java.time.Instant;

/**
 * Time during which a calendar is open.
 *
 * @param from included
 * @param to not included
 */
record OpenSpan(Instant from, Instant to) {

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** As {@link #holds}, and the closing belongs to it too. */
    boolean touches(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }
}
