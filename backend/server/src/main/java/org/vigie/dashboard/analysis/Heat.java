package org.vigie.dashboard.analysis;

import java.util.List;
import org.vigie.geo.MetreGrid.Cell;

/**
 * Density: at the middle of each cell, the requests around it, each weighted by the quartic kernel 3/(πr²)·(1 − d²/r²)², which is 0 from the
 * radius r on. Nothing is added near the limit of the jurisdiction, where no requests lie beyond.
 *
 * @param cells all of the scope, in its order
 */
public record Heat(Scope scope, int radiusMetres, List<Dense> cells) {

    /** @param perSquareKilometre requests in the period */
    public record Dense(Cell cell, int requests, double perSquareKilometre) {}
}
