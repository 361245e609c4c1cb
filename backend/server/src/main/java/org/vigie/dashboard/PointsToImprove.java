package org.vigie.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.dashboard.Figures.Group;
import org.vigie.dashboard.Review.Kind;
import org.vigie.dashboard.Review.Point;

/** Finds the procedures that stand out between two periods. Of few requests nothing is concluded. */
final class PointsToImprove {

    private static final int FEWEST = 10;
    private static final int WEAK_ONES = 5;
    private static final int OTHERS = 3;
    private static final double WEAK_SHARE = 0.9;
    private static final double FALL = 0.05;
    private static final double GROWTH = 1.25;
    private static final double REVISITED_SHARE = 0.1;
    private static final double REOPENED_SHARE = 0.05;

    private PointsToImprove() {}

    static List<Point> of(List<Group> now, List<Group> before) {
        Map<String, Group> then = before.stream().collect(Collectors.toMap(Group::code, Function.identity()));
        List<Point> points = new ArrayList<>();
        points.addAll(most(WEAK_ONES, now, then, PointsToImprove::weak, Point::value));
        points.addAll(most(OTHERS, now, then, PointsToImprove::falling, PointsToImprove::change));
        points.addAll(most(OTHERS, now, then, PointsToImprove::slower, point -> -ratio(point)));
        points.addAll(most(OTHERS, now, then, PointsToImprove::revisited, point -> -point.value()));
        points.addAll(most(OTHERS, now, then, PointsToImprove::reopened, point -> -point.value()));
        points.addAll(most(OTHERS, now, then, PointsToImprove::growing, point -> -ratio(point)));
        return points;
    }

    private static List<Point> most(
            int limit,
            List<Group> now,
            Map<String, Group> then,
            BiFunction<Group, @Nullable Sums, Optional<Point>> rule,
            ToDoubleFunction<Point> weight) {
        return now.stream()
                .flatMap(group -> {
                    Group other = then.get(group.code());
                    return rule.apply(group, other == null ? null : other.sums()).stream();
                })
                .sorted(Comparator.comparingDouble(weight).thenComparing(Point::code))
                .limit(limit)
                .toList();
    }

    private static Optional<Point> weak(Group group, @Nullable Sums before) {
        Sums sums = group.sums();
        return sums.due() >= FEWEST && share(sums) < WEAK_SHARE
                ? point(Kind.WEAK, group, share(sums), shareBefore(before), sums.due())
                : Optional.empty();
    }

    private static Optional<Point> falling(Group group, @Nullable Sums before) {
        Double then = shareBefore(before);
        return group.sums().due() >= FEWEST && then != null && then - share(group.sums()) >= FALL
                ? point(
                        Kind.FALLING,
                        group,
                        share(group.sums()),
                        then,
                        group.sums().due())
                : Optional.empty();
    }

    private static Optional<Point> slower(Group group, @Nullable Sums before) {
        Spread now = group.sums().settlement();
        if (before == null || now.n() < FEWEST || before.settlement().n() < FEWEST) {
            return Optional.empty();
        }
        Long took = now.medianSeconds();
        Long then = before.settlement().medianSeconds();
        return took != null && then != null && took >= then * GROWTH
                ? point(Kind.SLOWER, group, took, (double) then, now.n())
                : Optional.empty();
    }

    private static Optional<Point> revisited(Group group, @Nullable Sums before) {
        Sums sums = group.sums();
        double share = (double) sums.secondVisits() / Math.max(1, sums.visited());
        return sums.visited() >= FEWEST && share >= REVISITED_SHARE
                ? point(Kind.REVISITED, group, share, null, sums.visited())
                : Optional.empty();
    }

    private static Optional<Point> reopened(Group group, @Nullable Sums before) {
        Sums sums = group.sums();
        double share = (double) sums.reopened() / Math.max(1, sums.settled());
        return sums.settled() >= FEWEST && share >= REOPENED_SHARE
                ? point(Kind.REOPENED, group, share, null, sums.settled())
                : Optional.empty();
    }

    private static Optional<Point> growing(Group group, @Nullable Sums before) {
        int received = group.sums().received();
        int then = before == null ? 0 : before.received();
        return then >= FEWEST && received >= then * GROWTH
                ? point(Kind.GROWING, group, received, (double) then, received)
                : Optional.empty();
    }

    private static Optional<Point> point(Kind kind, Group group, double value, @Nullable Double before, int n) {
        return Optional.of(new Point(kind, group.code(), group.name(), value, before, n));
    }

    private static double share(Sums sums) {
        return (double) sums.kept() / Math.max(1, sums.due());
    }

    private static @Nullable Double shareBefore(@Nullable Sums before) {
        return before == null || before.due() < FEWEST ? null : (Double) share(before);
    }

    private static double change(Point point) {
        return point.value() - (point.before() == null ? 0 : point.before());
    }

    private static double ratio(Point point) {
        return point.before() == null ? 0 : point.value() / Math.max(1, point.before());
    }
}
