package org.vigie.demo.town;

import org.locationtech.jts.geom.Coordinate;

/** The origin of the plane, from which a French town thins out: old town, faubourgs, garden suburbs, fields. */
final class TownCentre {

    /** Metres: about where the old town ends, inside the boulevards. */
    static final double OLD_TOWN = 540;

    /** Metres: about where terraces give way to gardens. */
    static final double FAUBOURGS = 1250;

    private TownCentre() {}

    static double distance(Coordinate place) {
        return distance(place.x, place.y);
    }

    static double distance(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }

    /** A bell of height 1 at distance zero that is down to 1/e at {@code reach}. */
    static double bell(double distance, double reach) {
        double share = distance / reach;
        return StrictMath.exp(-share * share);
    }
}
