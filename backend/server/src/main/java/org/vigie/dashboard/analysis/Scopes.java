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

    Map<Cell, Integer> counts(Arrivals.Range range) {
        Map<Cell, Integer> counts = new HashMap<>();
        arrivals.counts(range, TimeStep.WHOLE).forEach(count -> counts.put(count.cell(), count.n()));
        return counts;
    }

    /** @param counts of the whole period, also beyond the ground */
    Scope of(Squares.Cut cut, Arrivals.Range range, Map<Cell, Integer> counts) {
        Arrivals.Known known = arrivals.known(range.period(), range.filter());
        Set<Cell> cells = new HashSet<>(cut.cells());
        int inside = counts.entrySet().stream()
                .filter(each -> cells.contains(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
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
