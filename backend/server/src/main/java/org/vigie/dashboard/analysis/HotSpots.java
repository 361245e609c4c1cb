package org.vigie.dashboard.analysis;

import java.util.List;
import org.vigie.geo.MetreGrid.Cell;

/**
 * Cells that stand out with their neighbours, by Getis-Ord Gi*.
 *
 * @param threshold the largest probability that is more than chance; negative when none is
 * @param cells all of the scope, in its order
 */
public record HotSpots(Scope scope, double threshold, List<Spot> cells) {

    /** Whether it stands out by more than chance, and to which side. */
    public enum Verdict {
        HOT,
        COLD,
        CHANCE
    }

    /**
     * @param z the score, in standard deviations
     * @param p how likely one that far out is by chance, on either side
     */
    public record Spot(Cell cell, int requests, double z, double p, Verdict verdict) {}
}
