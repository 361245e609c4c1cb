package org.vigie.demo.town;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A house while the town is being drawn.
 *
 * @param outline its footprint, in metres
 * @param street the name of the street it stands on
 * @param left whether it stands to the left of the street's axis
 * @param front where along the street it stands
 * @param gate where its number hangs: beside the street, just before the house front
 */
record House(Polygon outline, String street, boolean left, Station front, Coordinate gate) {

    /** Metres from the start of the street. */
    double distance() {
        return front.distance();
    }
}
