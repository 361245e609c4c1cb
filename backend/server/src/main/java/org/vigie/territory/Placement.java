package org.vigie.territory;

import java.util.Optional;

/**
 * Where a position falls and why.
 *
 * @param sector empty for {@link Rule#OUTSIDE} and {@link Rule#NO_SECTORS}
 * @param metresToEdge to the nearest edge of the sector, or of any sector when outside; not a number when there are no sectors
 */
public record Placement(Rule rule, Optional<LocatedSector> sector, double metresToEdge) {

    /** Which rule chose the sector. */
    public enum Rule {
        /** One sector covers the position. */
        INSIDE,
        /** It lies on an edge or corner of several sectors and inside none: the smallest code by Unicode code point. */
        SHARED_EDGE,
        /**
         * It lies inside a sector that others overlap: the greatest priority, then the smallest area in square metres, then the
         * smallest code.
         */
        OVERLAP,
        /** It lies outside of all sectors, and of the nearest by no more than the tolerance: that one; of several, the smallest code. */
        NEAREST,
        /** A person chose this one, a few metres from the position: {@link SectorLocator#locateIn}. */
        CHOSEN,
        OUTSIDE,
        /** No version of the set holds yet. */
        NO_SECTORS
    }

    static Placement noSectors() {
        return new Placement(Rule.NO_SECTORS, Optional.empty(), Double.NaN);
    }
}
