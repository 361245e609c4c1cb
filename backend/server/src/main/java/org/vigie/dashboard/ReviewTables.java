package org.vigie.dashboard;

import static org.vigie.dashboard.ReviewTable.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.vigie.catalogue.Commitment;
import org.vigie.dashboard.Figures.Group;
import org.vigie.dashboard.ReviewTable.Cell;
import org.vigie.dashboard.ReviewTable.Count;
import org.vigie.dashboard.ReviewTable.Mean;
import org.vigie.dashboard.ReviewTable.Time;
import org.vigie.dashboard.ReviewTable.Words;

/** Sets a review as tables: the same for the file of each and for the printed whole. */
@Component
public class ReviewTables {

    private final MessageSource texts;

    ReviewTables(MessageSource texts) {
        this.texts = texts;
    }

    /** In the order in which they are read. */
    public List<ReviewTable> of(Review review, Locale locale) {
        Voice say = (key, values) -> texts.getMessage("review." + key, values, locale);
        List<ReviewTable> tables = new ArrayList<>();
        tables.add(key(review, say));
        tables.add(promises(review, say));
        tables.add(states(review.now(), say));
        tables.add(months(review.now(), say));
        for (Dimension dimension : Dimension.values()) {
            tables.add(groups(dimension, review, say));
        }
        return tables;
    }

    private interface Voice {
        String text(String key, Object... values);
    }

    private static ReviewTable key(Review review, Voice say) {
        List<List<Cell>> rows = new ArrayList<>();
        Sums now = review.now().total();
        Sums before = review.before().total();
        rows.add(List.of(
                new Words(say.text("figure.praise")),
                new Count(review.now().praise()),
                new Count(review.before().praise())));
        KeyFigure.ALL.forEach((name, figure) ->
                rows.add(List.of(new Words(say.text("figure." + name)), figure.apply(now), figure.apply(before))));
        return new ReviewTable(
                "key",
                say.text("table.key"),
                List.of(say.text("column.figure"), say.text("column.now"), say.text("column.before")),
                rows);
    }

    private static ReviewTable promises(Review review, Voice say) {
        Map<Commitment, Kept> before = review.before().total().promises().stream()
                .collect(Collectors.toMap(Kept::commitment, Function.identity()));
        List<List<Cell>> rows = review.now().total().promises().stream()
                .map(kept -> {
                    Kept then = before.getOrDefault(kept.commitment(), new Kept(kept.commitment(), 0, 0, 0));
                    return List.<Cell>of(
                            new Words(say.text("commitment." + kept.commitment())),
                            new Count(kept.due()),
                            new Count(kept.kept()),
                            new Count(kept.broken()),
                            new Count(kept.warned()),
                            share(kept.kept(), kept.due()),
                            share(then.kept(), then.due()));
                })
                .toList();
        return table(
                "promises",
                say,
                List.of("commitment", "due", "kept", "broken", "warned", "share", "shareBefore"),
                rows);
    }

    private static ReviewTable states(Figures figures, Voice say) {
        List<List<Cell>> rows = new ArrayList<>();
        long age = figures.age().toSeconds();
        int received = figures.total().received();
        figures.states()
                .forEach(state -> rows.add(List.of(
                        new Words(say.text("state." + state.state())),
                        new Time(state.time().toSeconds()),
                        new Time(received == 0 ? null : (Long) (state.time().toSeconds() / received)),
                        share(state.time().toSeconds(), age))));
        rows.add(List.of(
                new Words(say.text("state.age")),
                new Time(age),
                new Time(received == 0 ? null : (Long) (age / received)),
                share(age, age)));
        return table("states", say, List.of("state", "time", "mean", "shareOfAge"), rows);
    }

    private static ReviewTable months(Figures figures, Voice say) {
        List<List<Cell>> rows = figures.months().stream()
                .map(month -> List.<Cell>of(
                        new Words(month.month() + (month.isOver() ? "" : " " + say.text("month.runs"))),
                        new Count(month.received()),
                        new Mean(month.expected()),
                        new Count(month.years())))
                .toList();
        return table("months", say, List.of("month", "received", "expected", "years"), rows);
    }

    private static ReviewTable groups(Dimension dimension, Review review, Voice say) {
        Map<String, Sums> before = review.before().groups().getOrDefault(dimension, List.of()).stream()
                .collect(Collectors.toMap(Group::code, Group::sums));
        List<List<Cell>> rows = review.now().groups().getOrDefault(dimension, List.of()).stream()
                .map(group -> row(dimension, group, before, say))
                .toList();
        return table(
                dimension.name().toLowerCase(Locale.ROOT),
                say,
                List.of(
                        "code",
                        "name",
                        "received",
                        "settled",
                        "openAtEnd",
                        "overdue",
                        "median",
                        "p90",
                        "due",
                        "kept",
                        "share",
                        "shareBefore"),
                rows);
    }

    private static List<Cell> row(Dimension dimension, Group group, Map<String, Sums> before, Voice say) {
        Sums sums = group.sums();
        Sums then = before.get(group.code());
        return List.of(
                new Words(group.code()),
                new Words(name(dimension, group, say)),
                new Count(sums.received()),
                new Count(sums.settled()),
                new Count(sums.openAtEnd()),
                new Count(sums.overdue()),
                new Time(sums.settlement().medianSeconds()),
                new Time(sums.settlement().p90Seconds()),
                new Count(sums.due()),
                new Count(sums.kept()),
                share(sums.kept(), sums.due()),
                then == null ? share(0, 0) : share(then.kept(), then.due()));
    }

    private static String name(Dimension dimension, Group group, Voice say) {
        if (dimension == Dimension.CHANNEL || dimension == Dimension.KIND) {
            return say.text(dimension.name().toLowerCase(Locale.ROOT) + "." + group.code());
        }
        return group.code().isEmpty() ? say.text("nowhere") : group.name();
    }

    private static ReviewTable table(String name, Voice say, List<String> columns, List<List<Cell>> rows) {
        return new ReviewTable(
                name,
                say.text("table." + name),
                columns.stream().map(column -> say.text("column." + column)).toList(),
                rows);
    }
}
