package org.vigie.dashboard.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.vigie.dashboard.Arrivals;
import org.vigie.dashboard.TimeStep;
import org.vigie.geo.MetreGrid.Cell;

/** Counts what is on the cells of a grid and what is not. */
@Component
class Scopes {

    private final Arrivals arrivals;

    Scopes(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /**
     * @param counts of the whole period, also beyond the ground
     * @param known also of those that lie elsewhere
     */
    record Told(Map<Cell, Integer> counts, Arrivals.Known known) {

        int on(Cell cell) {
            return counts.getOrDefault(cell, 0);
        }
    }

    Told told(Arrivals.Range range) {
        Map<Cell, Integer> counts = new HashMap<>();
        Arrivals.Counts all = arrivals.counts(range, TimeStep.WHOLE);
        all.cells().forEach(count -> counts.put(count.cell(), count.n()));
        return new Told(counts, all.known());
    }

    Scope of(Squares.Cut cut, Arrivals.Range range, Told told) {
        Set<Cell> cells = new HashSet<>(cut.cells());
        int inside = told.counts().entrySet().stream()
                .filter(each -> cells.contains(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        Arrivals.Known known = told.known();
        return new Scope(
                range.period(),
                arrivals.asOf(range.period()),
                known.received(),
                known.placed() - inside,
                known.received() - known.placed(),
                cut.grid(),
                cut.cells());
    }
}
