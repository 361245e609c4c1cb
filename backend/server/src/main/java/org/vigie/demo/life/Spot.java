package org.vigie.demo.life;

import org.vigie.demo.town.Address;
import org.vigie.geo.Wgs84Point;

/**
 * Where something is.
 *
 * @param address the nearest
 * @param code painted on the thing, or empty
 */
record Spot(Wgs84Point point, Address address, String code) {

    /** The same place again, as somebody else points at it. */
    Spot movedBy(double eastDegrees, double northDegrees) {
        return new Spot(
                new Wgs84Point(point.longitudeDegrees() + eastDegrees, point.latitudeDegrees() + northDegrees),
                address,
                code);
    }
}
