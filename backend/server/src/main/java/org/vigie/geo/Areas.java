package org.vigie.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/** Areas in square metres on the WGS 84 ellipsoid, edges being geodesics. */
public final class Areas {

    private Areas() {}

    /** Of the geometry's polygons, holes taken off; lines and points count nothing. */
    public static double squareMetres(Geometry geometry) {
        double sum = 0;
        for (Object polygon : PolygonExtracter.getPolygons(geometry)) {
            sum += ofPolygon((Polygon) polygon);
        }
        return sum;
    }

    private static double ofPolygon(Polygon polygon) {
        double area = ofRing(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            area -= ofRing(polygon.getInteriorRingN(i));
        }
        return area;
    }

    private static double ofRing(LinearRing ring) {
        PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
        Coordinate[] coordinates = ring.getCoordinates();
        for (int i = 1; i < coordinates.length; i++) {
            area.AddPoint(coordinates[i].y, coordinates[i].x);
        }
        return Math.abs(area.Compute(false, true).area);
    }
}
