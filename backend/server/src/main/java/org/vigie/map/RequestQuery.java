package org.vigie.map;

import java.util.Optional;

/**
 * A page of requests that a reader asks for.
 *
 * @param text looked for in number, address and description, whatever the case
 * @param limit 1 to 200
 * @param after where the page before ended
 */
public record RequestQuery(
        RequestFilter filter, RequestArea within, Optional<String> text, Sort sort, int limit, Optional<Cursor> after) {

    public static final int MAX_LIMIT = 200;

    /** RECEIVED: newest first. DUE: what is promised soonest first, what is not promised last. */
    public enum Sort {
        RECEIVED,
        DUE
    }
}
