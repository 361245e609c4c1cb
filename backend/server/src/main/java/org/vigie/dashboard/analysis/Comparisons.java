package org.vigie.dashboard.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.dashboard.Arrivals;
import org.vigie.dashboard.FigureFilter;
import org.vigie.dashboard.Period;
import org.vigie.dashboard.analysis.Changes.Pair;

/** Puts two periods side by side, cell by cell and sector by sector. */
@Component
public class Comparisons {

    private final Arrivals arrivals;
    private final Squares squares;
    private final Scopes scopes;

    Comparisons(Arrivals arrivals, Squares squares, Scopes scopes) {
        this.arrivals = arrivals;
        this.squares = squares;
        this.scopes = scopes;
    }

    /** @throws Refusal period-not-begun of one that lies ahead as a whole: there is no time to compare */
    @Transactional(readOnly = true)
    public Comparison of(Period before, Period after, FigureFilter filter, GridChoice choice) {
        double shareAfter = share(before, after);
        Squares.Cut cut = squares.cut(choice);
        Scopes.Told then = scopes.told(cut.range(before, filter));
        Scopes.Told now = scopes.told(cut.range(after, filter));
        List<Pair> pairs = cut.cells().stream()
                .map(cell -> new Pair(then.on(cell), now.on(cell)))
                .toList();
        List<Comparison.Change> changes = Changes.of(pairs, shareAfter);
        List<Comparison.CellChange> cells = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            cells.add(new Comparison.CellChange(cut.cells().get(i), changes.get(i)));
        }
        return new Comparison(
                scopes.of(cut, cut.range(before, filter), then),
                scopes.of(cut, cut.range(after, filter), now),
                shareAfter,
                cells,
                sectors(arrivals.sectors(before, filter), arrivals.sectors(after, filter), shareAfter));
    }

    private static List<Comparison.SectorChange> sectors(
            List<Arrivals.InSector> before, List<Arrivals.InSector> after, double shareAfter) {
        Map<String, Pair> pairs = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        before.forEach(each -> {
            names.put(each.code(), each.name());
            pairs.merge(each.code(), new Pair(each.n(), 0), Pair::plus);
        });
        after.forEach(each -> {
            names.put(each.code(), each.name());
            pairs.merge(each.code(), new Pair(0, each.n()), Pair::plus);
        });
        List<Comparison.Change> changes = Changes.of(List.copyOf(pairs.values()), shareAfter);
        List<Comparison.SectorChange> rows = new ArrayList<>();
        for (String code : pairs.keySet()) {
            rows.add(new Comparison.SectorChange(code, names.getOrDefault(code, ""), changes.get(rows.size())));
        }
        return rows;
    }

    private double share(Period before, Period after) {
        long earlier = seconds(before);
        long later = seconds(after);
        return (double) later / (earlier + later);
    }

    private long seconds(Period period) {
        var from = period.from(CurrentJurisdiction.get().zone());
        long seconds = Duration.between(from, arrivals.asOf(period)).toSeconds();
        if (seconds <= 0) {
            throw Refusal.invalid("period-not-begun", period.first());
        }
        return seconds;
    }
}
