package org.vigie.geo;

import org.locationtech.jts.geom.Point;

/**
 * A position on WGS 84 (EPSG:4326), longitude first.
 *
 * @param longitudeDegrees −180 to 180, both included
 * @param latitudeDegrees −90 to 90, both included
 */
public record Wgs84Point(double longitudeDegrees, double latitudeDegrees) {

    /** @throws PositionOutOfRange when a coordinate is not a number or outside its range */
    public Wgs84Point {
        if (!(Math.abs(longitudeDegrees) <= 180) || !(Math.abs(latitudeDegrees) <= 90)) {
            throw new PositionOutOfRange(longitudeDegrees, latitudeDegrees);
        }
    }

    public static Wgs84Point of(Point point) {
        return new Wgs84Point(point.getX(), point.getY());
    }

    public Point toJts() {
        return Geometries.point(longitudeDegrees, latitudeDegrees);
    }

    /** A position that no place on Earth has. */
    public static final class PositionOutOfRange extends IllegalArgumentException {
        private PositionOutOfRange(double longitude, double latitude) {
            super("longitude %s, latitude %s: longitude must lie within ±180, latitude within ±90"
                    .formatted(longitude, latitude));
        }
    }
}
