package org.vigie.geo;

import java.util.Objects;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;

/** Writes geometries as GeoJSON (RFC 7946), their ordinates in the order in which they stand. */
public final class GeoJsonGeometries {

    /** A tenth of a millimetre. */
    public static final double STEPS_A_DEGREE = 1e9;

    /** A tenth of a millimetre. */
    public static final double STEPS_A_METRE = 1e4;

    private GeoJsonGeometries() {}

    /** @param stepsAUnit to how many parts of a unit of its coordinate system an ordinate is rounded */
    public static void write(Geometry geometry, JsonGenerator json, double stepsAUnit) {
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        json.writeName(isMixed(geometry) ? "geometries" : "coordinates");
        if (isMixed(geometry)) {
            json.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                write(geometry.getGeometryN(i), json, stepsAUnit);
            }
            json.writeEndArray();
        } else {
            coordinates(geometry, json, stepsAUnit);
        }
        json.writeEndObject();
    }

    private static boolean isMixed(Geometry geometry) {
        return Objects.equals(geometry.getGeometryType(), Geometry.TYPENAME_GEOMETRYCOLLECTION);
    }

    private static void coordinates(Geometry geometry, JsonGenerator json, double stepsAUnit) {
        switch (geometry) {
            case Point point -> position(point.getCoordinateSequence(), json, stepsAUnit);
            case LineString line -> line(line.getCoordinateSequence(), json, stepsAUnit);
            case Polygon polygon -> {
                json.writeStartArray();
                if (!polygon.isEmpty()) {
                    line(polygon.getExteriorRing().getCoordinateSequence(), json, stepsAUnit);
                }
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    line(polygon.getInteriorRingN(i).getCoordinateSequence(), json, stepsAUnit);
                }
                json.writeEndArray();
            }
            default -> {
                json.writeStartArray();
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    coordinates(geometry.getGeometryN(i), json, stepsAUnit);
                }
                json.writeEndArray();
            }
        }
    }

    private static void line(CoordinateSequence corners, JsonGenerator json, double stepsAUnit) {
        json.writeStartArray();
        for (int i = 0; i < corners.size(); i++) {
            json.writeArray(at(corners, i, stepsAUnit), 0, 2);
        }
        json.writeEndArray();
    }

    /** An empty point has no position: an empty array. */
    private static void position(CoordinateSequence place, JsonGenerator json, double stepsAUnit) {
        json.writeArray(place.size() == 0 ? new double[0] : at(place, 0, stepsAUnit), 0, place.size() == 0 ? 0 : 2);
    }

    private static double[] at(CoordinateSequence corners, int i, double stepsAUnit) {
        return new double[] {rounded(corners.getX(i), stepsAUnit), rounded(corners.getY(i), stepsAUnit)};
    }

    private static double rounded(double ordinate, double stepsAUnit) {
        return Math.round(ordinate * stepsAUnit) / stepsAUnit;
    }
}
