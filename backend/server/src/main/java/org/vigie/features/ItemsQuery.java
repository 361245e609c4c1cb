package org.vigie.features;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.features.cql2.Predicate;

/**
 * What is asked of a layer.
 *
 * @param condition its places in EPSG:4326: see {@link FilterPlaces}
 * @param limit most features of a page
 * @param counted whether the reader wants to be told how many there are; null: see {@link #isCounted()}
 */
public record ItemsQuery(
        PublishedLayer layer,
        Predicate condition,
        int limit,
        Optional<ItemsCursor> after,
        @Nullable Boolean counted) {

    public static final int DEFAULT_LIMIT = 100;

    /** A page is made whole before it is sent, so that whoever reads slowly keeps no connection: it must fit into memory many times. */
    public static final int MAX_LIMIT = 5_000;

    /** In which plots it is read, one after the other; absent: by id. */
    Optional<long[]> plots() {
        return layer.source().plot().isPresent() ? Plots.of(condition) : Optional.empty();
    }

    /**
     * How many lie in a box takes longer to count than a page takes to read: whoever reads larger pages than people do wants the features,
     * and is told when they are all read.
     */
    boolean isCounted() {
        return counted == null ? limit <= DEFAULT_LIMIT || plots().isEmpty() : counted;
    }

    /** @return the same for whoever reads on a screen, where thousands are no page; the link to the next goes on from there */
    public ItemsQuery onAScreen() {
        return new ItemsQuery(layer, condition, Math.min(limit, MOST_ON_A_SCREEN), after, counted);
    }

    private static final int MOST_ON_A_SCREEN = 200;
}
