package org.vigie.features;

import java.util.Optional;
import org.vigie.features.cql2.Predicate;

/**
 * What is asked of a layer.
 *
 * @param condition its places in EPSG:4326: see {@link FilterPlaces}
 * @param limit most features of a page
 */
public record ItemsQuery(PublishedLayer layer, Predicate condition, int limit, Optional<ItemsCursor> after) {

    public static final int DEFAULT_LIMIT = 100;

    /** A page is made whole before it is sent, so that whoever reads slowly keeps no connection: it must fit into memory many times. */
    public static final int MAX_LIMIT = 5_000;
}
