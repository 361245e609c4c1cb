package org.vigie.dashboard.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.dashboard.Dimension;
import org.vigie.dashboard.Figures;
import org.vigie.dashboard.Review;
import org.vigie.dashboard.Sums;
import org.vigie.request.RequestState;

/** A review as the page reads it. Times are seconds; those of states to the microsecond, so that their sum is exactly the age. */
record ReviewBody(FiguresBody now, FiguresBody before, List<Review.Point> points) {

    record FiguresBody(
            LocalDate from,
            LocalDate to,
            Instant asOf,
            int praise,
            Sums total,
            List<StateBody> states,
            BigDecimal ageSeconds,
            Map<Dimension, List<Figures.Group>> groups,
            List<MonthBody> months) {}

    record StateBody(RequestState state, BigDecimal seconds) {}

    /** @param month as 2026-03 */
    record MonthBody(String month, int received, @Nullable Double expected, int years, boolean isOver) {}

    static ReviewBody of(Review review) {
        return new ReviewBody(body(review.now()), body(review.before()), review.points());
    }

    private static FiguresBody body(Figures figures) {
        return new FiguresBody(
                figures.period().first(),
                figures.period().last(),
                figures.asOf(),
                figures.praise(),
                figures.total(),
                figures.states().stream()
                        .map(each -> new StateBody(each.state(), seconds(each.time())))
                        .toList(),
                seconds(figures.age()),
                figures.groups(),
                figures.months().stream()
                        .map(each -> new MonthBody(
                                each.month().toString(), each.received(), each.expected(), each.years(), each.isOver()))
                        .toList());
    }

    /** Three years of a town spend more than the 292 in its states that a long of nanoseconds can hold. */
    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.dividedBy(ChronoUnit.MICROS.getDuration()), 6);
    }
}
