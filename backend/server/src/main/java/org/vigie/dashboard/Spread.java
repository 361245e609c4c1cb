package org.vigie.dashboard;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long something took, by the clock on the wall and by the hours of the hotline's calendar. The median and the 90th percentile are of
 * the nearest rank: times that really were.
 *
 * @param n of how many
 * @param medianSeconds absent, as the others are, of none
 * @param workingMedianSeconds absent also where no calendar is kept
 */
public record Spread(
        int n,
        @Nullable Long medianSeconds,
        @Nullable Long p90Seconds,
        @Nullable Long workingMedianSeconds,
        @Nullable Long workingP90Seconds) {

    private static final double MEDIAN = 0.5;
    private static final double P90 = 0.9;

    /** Of whole seconds, in any order. */
    static Spread of(List<Long> wall, List<Long> working) {
        long[] elapsed = sorted(wall);
        long[] open = sorted(working);
        return new Spread(
                elapsed.length, rank(elapsed, MEDIAN), rank(elapsed, P90), rank(open, MEDIAN), rank(open, P90));
    }

    private static long[] sorted(List<Long> values) {
        long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static @Nullable Long rank(long[] sorted, double share) {
        return sorted.length == 0 ? null : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
