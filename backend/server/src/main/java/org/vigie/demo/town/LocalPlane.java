package org.vigie.demo.town;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geo.Geometries;

/**
 * The drawing plane: metres east (x) and north (y) of the town centre, 2.90° E 47.35° N.
 *
 * <p>It is a local equirectangular projection. One degree is worth a constant length, taken from the radii of
 * curvature of the WGS84 ellipsoid at the centre: M = a(1 − e²) / (1 − e² sin²φ)^3/2 along the meridian and N = a /
 * √(1 − e² sin²φ) across it (Snyder, Map Projections, USGS Professional Paper 1395, equations 4-18 and 4-20). Within 5
 * km of the centre lengths are right to 0.1 %, which no one can see on a fictional town.
 */
final class LocalPlane {

    /** A grid of 1e-7 degree, about one centimetre. */
    static final PrecisionModel GRID = new PrecisionModel(1e7);

    private static final double CENTRE_LONGITUDE = 2.90;
    private static final double CENTRE_LATITUDE = 47.35;
    private static final double SEMI_MAJOR_AXIS = 6_378_137.0;
    private static final double ECCENTRICITY_SQUARED = 0.00669437999014;

    private static final double METRES_PER_DEGREE_EAST;
    private static final double METRES_PER_DEGREE_NORTH;

    static {
        double latitude = StrictMath.toRadians(CENTRE_LATITUDE);
        double sine = StrictMath.sin(latitude);
        double flat = 1 - ECCENTRICITY_SQUARED * sine * sine;
        double across = SEMI_MAJOR_AXIS / StrictMath.sqrt(flat);
        double meridian = SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (flat * StrictMath.sqrt(flat));
        METRES_PER_DEGREE_EAST = StrictMath.toRadians(across * StrictMath.cos(latitude));
        METRES_PER_DEGREE_NORTH = StrictMath.toRadians(meridian);
    }

    private LocalPlane() {}

    /** Copies a drawing in metres to EPSG:4326, longitude first, rounded to {@link #GRID}. */
    static <G extends Geometry> G toWgs84(G metres) {
        Geometry copy = metres.copy();
        copy.apply((CoordinateFilter) LocalPlane::project);
        copy.geometryChanged();
        @SuppressWarnings("unchecked") // copy() returns the class it was called on
        G result = (G) copy;
        return result;
    }

    /** The EPSG:4326 point of a position in metres. */
    static Point toWgs84(Coordinate metres) {
        Coordinate degrees = metres.copy();
        project(degrees);
        return Geometries.FACTORY.createPoint(degrees);
    }

    private static void project(Coordinate c) {
        c.setX(GRID.makePrecise(CENTRE_LONGITUDE + c.x / METRES_PER_DEGREE_EAST));
        c.setY(GRID.makePrecise(CENTRE_LATITUDE + c.y / METRES_PER_DEGREE_NORTH));
    }
}
