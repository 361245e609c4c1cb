package org.vigie.dashboard.analysis;

import java.util.List;
import org.vigie.geo.MetreGrid.Cell;

/**
 * Two periods side by side. Cells and sectors are two families of tests: the false discovery rate is kept for each.
 *
 * @param shareAfter the later period's share of the time of both, as far as they are over
 * @param cells all of the scope, in its order
 * @param sectors of the day of the request, by code; those without a request in both periods are left out
 */
public record Comparison(
        Scope before, Scope after, double shareAfter, List<CellChange> cells, List<SectorChange> sectors) {

    /** Whether the rate changed by more than chance, and how. */
    public enum Verdict {
        MORE,
        LESS,
        CHANCE
    }

    /** @param p how likely a difference that large is by chance, if the rate is the same; see {@link Chance#sameRate} */
    public record Change(int before, int after, double p, Verdict verdict) {

        public int difference() {
            return after - before;
        }
    }

    public record CellChange(Cell cell, Change change) {}

    /** @param code empty, as the name is, for what lies outside of all sectors */
    public record SectorChange(String code, String name, Change change) {}
}
