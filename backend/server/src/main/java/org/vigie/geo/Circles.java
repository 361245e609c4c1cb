package org.vigie.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Ground around a place. */
public final class Circles {

    /** Enough for the sides to lie within a thousandth of the radius of the circle. */
    private static final int CORNERS = 72;

    private Circles() {}

    /**
     * A polygon in EPSG:4326 whose corners all lie that far from the centre on the WGS 84 ellipsoid. It must not reach a pole or the
     * antimeridian.
     */
    public static Polygon around(Wgs84Point centre, double radiusMetres) {
        Coordinate[] corners = new Coordinate[CORNERS + 1];
        for (int i = 0; i < CORNERS; i++) {
            GeodesicData corner = Geodesic.WGS84.Direct(
                    centre.latitudeDegrees(), centre.longitudeDegrees(), -360.0 * i / CORNERS, radiusMetres);
            corners[i] = new Coordinate(corner.lon2, corner.lat2);
        }
        corners[CORNERS] = corners[0];
        return Geometries.FACTORY.createPolygon(corners);
    }
}
