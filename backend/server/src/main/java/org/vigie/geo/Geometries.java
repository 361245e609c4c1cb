package org.vigie.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.PolygonExtracter;

/** The one geometry factory: EPSG:4326, longitude first, full double precision. */
public final class Geometries {

    public static final int WGS84_SRID = 4326;
    public static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), WGS84_SRID);

    private Geometries() {}

    public static Point point(double longitudeDegrees, double latitudeDegrees) {
        return FACTORY.createPoint(new Coordinate(longitudeDegrees, latitudeDegrees));
    }

    /** The polygons of a geometry, whatever else it has; empty ones left out. */
    public static MultiPolygon polygonsOf(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (Object polygon : PolygonExtracter.getPolygons(geometry)) {
            if (!((Polygon) polygon).isEmpty()) {
                polygons.add((Polygon) polygon);
            }
        }
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    /**
     * The same ground as a MultiPolygon.
     *
     * @throws IllegalArgumentException when the geometry is not made of polygons
     */
    public static MultiPolygon asMultiPolygon(Geometry geometry) {
        return switch (geometry) {
            case MultiPolygon many -> many;
            case Polygon one -> FACTORY.createMultiPolygon(new Polygon[] {one});
            default -> throw new IllegalArgumentException("not a polygon: " + geometry.getGeometryType());
        };
    }
}
