package org.vigie.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A period beside another one, and what to look at.
 *
 * @param points the weightiest of each kind first
 */
public record Review(Figures now, Figures before, List<Point> points) {

    /** Why a procedure is worth a look. */
    public enum Kind {
        /** Fewer than nine of ten promises are kept. */
        WEAK,
        /** Its share of promises kept has fallen by five points or more. */
        FALLING,
        /** It takes a quarter longer, or more, by the median. */
        SLOWER,
        /** One of ten visits, or more, was not the only one. */
        REVISITED,
        /** One of twenty, or more, was opened again. */
        REOPENED,
        /** A quarter more came in, or more. */
        GROWING
    }

    /**
     * One procedure that stands out.
     *
     * @param code of the category
     * @param value a share from 0 to 1, seconds for SLOWER, a number for GROWING
     * @param before the same of the other period, where it is compared
     * @param n of how many it is told
     */
    public record Point(
            Kind kind,
            String code,
            String name,
            double value,
            @Nullable Double before,
            int n) {}
}
