package org.vigie.territory.topology;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * Something somebody should look at before sectors are published.
 *
 * @param number of the feature it is about, 0 when it is about none
 * @param codes of the sectors it is about
 * @param where EPSG:4326, for the map
 */
public record Finding(
        Kind kind, long number, List<String> codes, double squareMetres, Optional<Geometry> where, String sentence) {

    /** What it is. */
    public enum Kind {
        INVALID_RING,
        OVERLAP,
        GAP,
        /**
         * An overlap less than a metre wide on average, or a gap of which no point is farther from a sector than the lookup's
         * tolerance: neighbours were digitised apart. The lookup's rules answer for such ground.
         */
        SLIVER,
        OUTSIDE,
        DUPLICATE_NAME,
        SUSPICIOUS_SIZE,
        WRONG_CRS
    }

    /** Where nobody is responsible, or two are. */
    public boolean breaksAPartition() {
        return kind == Kind.OVERLAP || kind == Kind.GAP;
    }
}
