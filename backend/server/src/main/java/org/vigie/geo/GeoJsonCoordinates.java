package org.vigie.geo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geo.GeoJsonParts.FaultyGeometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The "coordinates" of a geometry: read as nested arrays first, checked against the type afterwards, since either may come first. */
final class GeoJsonCoordinates {

    /** One feature may not fill the memory: the largest commune of France has under 20,000 vertices. */
    private static final int MOST_VERTICES = 2_000_000;

    private static final GeometryFactory FACTORY = Geometries.FACTORY;

    @Nullable
    private Object nested;

    @Nullable
    private String fault;

    private int vertices;

    void read(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            nested = array(parser);
        } else {
            fault = "coordinates are not an array";
        }
    }

    /** A position as a Coordinate, anything above as a list. */
    private Object array(JsonParser parser) {
        List<Object> elements = new ArrayList<>();
        JsonToken token = parser.nextToken();
        if (token.isNumeric()) {
            return position(parser);
        }
        while (token != JsonToken.END_ARRAY) {
            if (token == JsonToken.START_ARRAY) {
                elements.add(array(parser));
            } else {
                fault = "coordinates hold something that is not a number";
                parser.skipChildren();
            }
            token = parser.nextToken();
        }
        return elements;
    }

    private Coordinate position(JsonParser parser) {
        if (++vertices > MOST_VERTICES) {
            throw new GeoJsonUnreadable(
                    "A feature has more than %,d vertices: split or simplify it.".formatted(MOST_VERTICES));
        }
        double[] values = new double[2];
        int count = 0;
        JsonToken token = parser.currentToken();
        while (token != JsonToken.END_ARRAY) {
            if (!token.isNumeric()) {
                fault = "coordinates hold something that is not a number";
                parser.skipChildren();
            } else if (count < values.length) {
                values[count] = parser.getDoubleValue();
            }
            count++;
            token = parser.nextToken();
        }
        if (count < 2) {
            fault = "a position needs a longitude and a latitude";
        }
        return new Coordinate(values[0], values[1]);
    }

    Geometry build(String type) {
        if (fault != null) {
            throw new FaultyGeometry(fault);
        }
        if (nested == null) {
            throw new FaultyGeometry("the geometry has no coordinates");
        }
        Object all = nested;
        return switch (type) {
            case "Point" -> FACTORY.createPoint(coordinate(all));
            case "MultiPoint" -> FACTORY.createMultiPointFromCoords(coordinates(all));
            case "LineString" -> line(all);
            case "MultiLineString" ->
                FACTORY.createMultiLineString(
                        list(all).stream().map(GeoJsonCoordinates::line).toArray(LineString[]::new));
            case "Polygon" -> polygon(all);
            default ->
                FACTORY.createMultiPolygon(
                        list(all).stream().map(GeoJsonCoordinates::polygon).toArray(Polygon[]::new));
        };
    }

    private static Polygon polygon(Object rings) {
        List<?> list = list(rings);
        if (list.isEmpty()) {
            throw new FaultyGeometry("a polygon has no ring");
        }
        LinearRing[] holes = list.stream().skip(1).map(GeoJsonCoordinates::ring).toArray(LinearRing[]::new);
        return FACTORY.createPolygon(ring(list.get(0)), holes);
    }

    private static LinearRing ring(Object positions) {
        Coordinate[] coordinates = coordinates(positions);
        if (coordinates.length < 4) {
            throw new FaultyGeometry("a ring has %d positions, it needs at least 4".formatted(coordinates.length));
        }
        if (!coordinates[0].equals2D(coordinates[coordinates.length - 1])) {
            throw new FaultyGeometry("a ring is not closed: its last position must repeat its first");
        }
        return FACTORY.createLinearRing(coordinates);
    }

    private static LineString line(Object positions) {
        Coordinate[] coordinates = coordinates(positions);
        if (coordinates.length < 2) {
            throw new FaultyGeometry("a line has %d positions, it needs at least 2".formatted(coordinates.length));
        }
        return FACTORY.createLineString(coordinates);
    }

    private static Coordinate[] coordinates(Object positions) {
        return list(positions).stream().map(GeoJsonCoordinates::coordinate).toArray(Coordinate[]::new);
    }

    private static List<?> list(Object nested) {
        if (nested instanceof List<?> list) {
            return list;
        }
        throw new FaultyGeometry("coordinates are nested less deeply than their geometry type needs");
    }

    private static Coordinate coordinate(Object nested) {
        if (nested instanceof Coordinate position) {
            return position;
        }
        throw new FaultyGeometry("coordinates are nested more deeply than their geometry type needs");
    }
}
