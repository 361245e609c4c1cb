package org.vigie.geo;

import java.util.Objects;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a geometry in EPSG:4326 as GeoJSON (RFC 7946), longitude first, to 1e-9 degrees: a tenth of a millimetre. */
final class GeoJsonGeometryWriter extends StdSerializer<Geometry> {

    private static final double STEPS_A_DEGREE = 1e9;

    GeoJsonGeometryWriter() {
        super(Geometry.class);
    }

    @Override
    public void serialize(Geometry geometry, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        json.writeName(isMixed(geometry) ? "geometries" : "coordinates");
        if (isMixed(geometry)) {
            json.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                serialize(geometry.getGeometryN(i), json, context);
            }
            json.writeEndArray();
        } else {
            coordinates(geometry, json);
        }
        json.writeEndObject();
    }

    private static boolean isMixed(Geometry geometry) {
        return Objects.equals(geometry.getGeometryType(), Geometry.TYPENAME_GEOMETRYCOLLECTION);
    }

    private static void coordinates(Geometry geometry, JsonGenerator json) {
        switch (geometry) {
            case Point point -> position(point.getCoordinateSequence(), json);
            case LineString line -> line(line.getCoordinateSequence(), json);
            case Polygon polygon -> {
                json.writeStartArray();
                if (!polygon.isEmpty()) {
                    line(polygon.getExteriorRing().getCoordinateSequence(), json);
                }
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    line(polygon.getInteriorRingN(i).getCoordinateSequence(), json);
                }
                json.writeEndArray();
            }
            default -> {
                json.writeStartArray();
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    coordinates(geometry.getGeometryN(i), json);
                }
                json.writeEndArray();
            }
        }
    }

    private static void line(CoordinateSequence corners, JsonGenerator json) {
        json.writeStartArray();
        for (int i = 0; i < corners.size(); i++) {
            json.writeArray(at(corners, i), 0, 2);
        }
        json.writeEndArray();
    }

    /** An empty point has no position: an empty array. */
    private static void position(CoordinateSequence place, JsonGenerator json) {
        json.writeArray(place.size() == 0 ? new double[0] : at(place, 0), 0, place.size() == 0 ? 0 : 2);
    }

    private static double[] at(CoordinateSequence corners, int i) {
        return new double[] {rounded(corners.getX(i)), rounded(corners.getY(i))};
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * STEPS_A_DEGREE) / STEPS_A_DEGREE;
    }
}
