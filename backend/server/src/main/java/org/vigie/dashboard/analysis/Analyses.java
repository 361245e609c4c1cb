package org.vigie.dashboard.analysis;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.dashboard.Arrivals;
import org.vigie.dashboard.FigureFilter;
import org.vigie.dashboard.Period;
import org.vigie.dashboard.PromisesBySector;
import org.vigie.dashboard.TimeStep;
import org.vigie.dashboard.analysis.HotSpots.Verdict;
import org.vigie.geo.MetreGrid.Cell;

/** Looks at the requests of a period on the ground. */
@Component
public class Analyses {

    /** A film that is longer is watched by nobody. */
    private static final int MOST_STEPS = 400;

    private final Arrivals arrivals;
    private final Squares squares;
    private final Scopes scopes;
    private final PromisesBySector promises;

    Analyses(Arrivals arrivals, Squares squares, Scopes scopes, PromisesBySector promises) {
        this.arrivals = arrivals;
        this.squares = squares;
        this.scopes = scopes;
        this.promises = promises;
    }

    @Transactional(readOnly = true)
    public Heat heat(Period period, FigureFilter filter, GridChoice choice) {
        Squares.Cut cut = squares.cut(choice);
        Arrivals.Range range = cut.range(period, filter);
        Kernel kernel = new Kernel(cut.grid(), cut.radiusMetres(), cut.cells());
        Arrivals.Known known = arrivals.places(range, kernel::add);
        Scopes.Told told = new Scopes.Told(kernel.counts(), known);
        return new Heat(
                scopes.of(cut, range, told),
                cut.radiusMetres(),
                cut.cells().stream()
                        .map(cell -> new Heat.Dense(cell, told.on(cell), kernel.perSquareKilometre(cell)))
                        .toList());
    }

    @Transactional(readOnly = true)
    public HotSpots hotSpots(Period period, FigureFilter filter, GridChoice choice) {
        Squares.Cut cut = squares.cut(choice);
        Arrivals.Range range = cut.range(period, filter);
        Scopes.Told told = scopes.told(range);
        Map<Cell, Double> scores = GetisOrd.scores(cut.cells(), told.counts());
        double threshold = Chance.threshold(
                scores.values().stream().mapToDouble(Chance::twoSidedNormal).toArray());
        return new HotSpots(
                scopes.of(cut, range, told),
                threshold,
                scores.entrySet().stream()
                        .map(each -> spot(each.getKey(), told.on(each.getKey()), each.getValue(), threshold))
                        .toList());
    }

    /** @throws Refusal steps-too-many */
    @Transactional(readOnly = true)
    public Frames frames(Period period, FigureFilter filter, GridChoice choice, TimeStep step) {
        List<LocalDate> steps = step.of(period);
        if (steps.size() > MOST_STEPS) {
            throw Refusal.invalid("steps-too-many", MOST_STEPS);
        }
        Squares.Cut cut = squares.cut(choice);
        Arrivals.Range range = cut.range(period, filter);
        Map<Cell, Map<LocalDate, Integer>> films = new HashMap<>();
        Map<Cell, Integer> whole = new HashMap<>();
        Arrivals.Counts all = arrivals.counts(range, step);
        all.cells().forEach(count -> {
            films.computeIfAbsent(count.cell(), cell -> new HashMap<>()).put(count.step(), count.n());
            whole.merge(count.cell(), count.n(), Integer::sum);
        });
        return new Frames(
                scopes.of(cut, range, new Scopes.Told(whole, all.known())),
                steps,
                cut.cells().stream()
                        .filter(films::containsKey)
                        .map(cell -> film(cell, films.getOrDefault(cell, Map.of()), steps))
                        .toList());
    }

    @Transactional(readOnly = true)
    public SectorPromises promises(Period period, FigureFilter filter) {
        return new SectorPromises(
                period,
                arrivals.asOf(period),
                promises.list(period, filter).stream()
                        .map(each -> new SectorPromises.Row(
                                each.code(), each.name(), each.received(), each.due(), each.kept()))
                        .toList());
    }

    private static HotSpots.Spot spot(Cell cell, int requests, double z, double threshold) {
        double p = Chance.twoSidedNormal(z);
        Verdict verdict = p > threshold ? Verdict.CHANCE : z > 0 ? Verdict.HOT : Verdict.COLD;
        return new HotSpots.Spot(cell, requests, z, p, verdict);
    }

    /** One frame's cell: whatever of it lies on the ground. */
    private static Frames.Film film(Cell cell, Map<LocalDate, Integer> counts, List<LocalDate> steps) {
        return new Frames.Film(
                cell, steps.stream().map(step -> counts.getOrDefault(step, 0)).toList());
    }
}
