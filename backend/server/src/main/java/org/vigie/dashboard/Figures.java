package org.vigie.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.request.RequestState;

/**
 * What is told of a period.
 *
 * @param asOf the moment as of which it is told: the end of the period, or now while it is not over
 * @param praise received in the period; in no other figure
 * @param total of all that fit the filter
 * @param states how long the requests received in the period were in each state, together; the sum is {@code age}
 * @param groups by code; what is empty in all figures is left out
 * @param months that the period touches, whole
 */
public record Figures(
        Period period,
        Instant asOf,
        int praise,
        Sums total,
        List<StateTime> states,
        Duration age,
        Map<Dimension, List<Group>> groups,
        List<Month> months) {

    /** Together, over all requests. */
    public record StateTime(RequestState state, Duration time) {}

    /**
     * @param code empty, as the name is, for what lies outside of all sectors or has no place
     * @param name what people call it; the code where words are the reader's
     */
    public record Group(String code, String name, boolean isPrivate, Sums sums) {}

    /**
     * What came in, and what was to be expected: the mean of the same month in the years before, as many as there are.
     *
     * @param expected absent for the first year
     * @param years the mean is of so many
     * @param isOver false while it runs: more will come
     */
    public record Month(
            YearMonth month, int received, @Nullable Double expected, int years, boolean isOver) {}
}
