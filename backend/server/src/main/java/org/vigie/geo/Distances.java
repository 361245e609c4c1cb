package org.vigie.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** Distances in metres on the WGS 84 ellipsoid (Karney, "Algorithms for geodesics", 2013). */
public final class Distances {

    /** A little less than a degree of latitude is anywhere, so that a bound made with it is never too high. */
    public static final double LEAST_METRES_A_DEGREE = 110_000;

    private static final double ECCENTRICITY_SQUARED = Geodesic.WGS84.Flattening() * (2 - Geodesic.WGS84.Flattening());

    /** About 3 km, and not near the poles. */
    private static final double LOCAL_DEGREES = 0.03;

    private static final double HIGHEST_LOCAL_RADIANS = Math.toRadians(75);

    private Distances() {}

    public static double metres(Wgs84Point from, Wgs84Point to) {
        return metres(from.longitudeDegrees(), from.latitudeDegrees(), to.longitudeDegrees(), to.latitudeDegrees());
    }

    /**
     * Metres from a position to the nearest point of a geometry's lines (its boundary, for a polygon). The nearest point is sought
     * on a plane scaled at the position's latitude, which is exact to better than 0.1 % within 50 km; its distance is geodesic.
     */
    public static double metresToLines(Wgs84Point from, Geometry geometry) {
        NearestEdge nearest = new NearestEdge(from);
        for (Object line : LinearComponentExtracter.getLines(geometry)) {
            Coordinate[] corners = ((LineString) line).getCoordinates();
            for (int i = 1; i < corners.length; i++) {
                nearest.visit(corners[i - 1].x, corners[i - 1].y, corners[i].x, corners[i].y);
            }
        }
        return nearest.metres();
    }

    /** Length in metres of a geometry's lines, a geodesic from corner to corner. */
    public static double metresAlong(Geometry lines) {
        double metres = 0;
        for (Object line : LinearComponentExtracter.getLines(lines)) {
            Coordinate[] corners = ((LineString) line).getCoordinates();
            for (int i = 1; i < corners.length; i++) {
                metres += metres(corners[i - 1].x, corners[i - 1].y, corners[i].x, corners[i].y);
            }
        }
        return metres;
    }

    static double metres(double longitude1, double latitude1, double longitude2, double latitude2) {
        double north = latitude2 - latitude1;
        double east = longitude2 - longitude1;
        double middle = Math.toRadians((latitude1 + latitude2) / 2);
        if (Math.abs(middle) < HIGHEST_LOCAL_RADIANS && Math.abs(north) + Math.abs(east) < LOCAL_DEGREES) {
            return localMetres(Math.toRadians(east), Math.toRadians(north), middle);
        }
        return Geodesic.WGS84.Inverse(latitude1, longitude1, latitude2, longitude2, GeodesicMask.DISTANCE).s12;
    }

    /**
     * By the radii of curvature at the middle latitude (Gauss's mid-latitude formula, first term): within a tenth of a millimetre of the
     * geodesic over the few kilometres it is used for, and ten times as fast.
     */
    private static double localMetres(double east, double north, double middle) {
        double sine = Math.sin(middle);
        double flattened = 1 - ECCENTRICITY_SQUARED * sine * sine;
        double primeVertical = Geodesic.WGS84.EquatorialRadius() / Math.sqrt(flattened);
        double meridian = primeVertical * (1 - ECCENTRICITY_SQUARED) / flattened;
        return Math.hypot(east * primeVertical * Math.cos(middle), north * meridian);
    }
}
