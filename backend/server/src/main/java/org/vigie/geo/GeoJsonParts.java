package org.vigie.geo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TreeNode;

/** The members of one GeoJSON object, in whatever order they came; the geometry is built once all are there. */
final class GeoJsonParts {

    private static final Set<String> GEOMETRY_TYPES = Set.of(
            "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection");

    @Nullable
    String type;

    @Nullable
    String id;

    final Map<String, String> properties = new LinkedHashMap<>();

    @Nullable
    private GeoJsonParts geometry;

    private final GeoJsonCoordinates coordinates = new GeoJsonCoordinates();
    private final List<GeoJsonParts> geometries = new ArrayList<>();

    boolean isFeature() {
        return "Feature".equals(type);
    }

    boolean isGeometry() {
        return type != null && GEOMETRY_TYPES.contains(type);
    }

    /** Reads all members of the object that the parser stands at the start of. */
    void members(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            member(name, parser);
        }
    }

    void member(String name, JsonParser parser) {
        JsonToken token = parser.currentToken();
        switch (name) {
            case "type" -> type = token.isScalarValue() ? parser.getValueAsString() : null;
            case "id" -> id = token.isScalarValue() ? parser.getValueAsString() : null;
            case "coordinates" -> coordinates.read(parser);
            case "geometry" -> geometry = object(parser);
            case "geometries" -> eachGeometry(parser);
            case "properties" -> readProperties(parser);
            default -> {}
        }
        skipRest(parser);
    }

    private static @Nullable GeoJsonParts object(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return null;
        }
        GeoJsonParts parts = new GeoJsonParts();
        parts.members(parser);
        return parts;
    }

    private void eachGeometry(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            GeoJsonParts part = object(parser);
            if (part == null) {
                skipRest(parser);
            } else {
                geometries.add(part);
            }
        }
    }

    private void readProperties(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isStructStart()) {
                TreeNode nested = parser.readValueAsTree();
                properties.put(name, nested.toString());
            } else if (value != JsonToken.VALUE_NULL) {
                properties.put(name, String.valueOf(parser.getValueAsString()));
            }
        }
    }

    private static void skipRest(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            parser.skipChildren();
        }
    }

    /** @throws FaultyGeometry when there is a geometry that cannot be built */
    Optional<Geometry> buildGeometry() {
        if (isGeometry()) {
            return Optional.of(build());
        }
        return geometry == null ? Optional.empty() : Optional.of(geometry.build());
    }

    private Geometry build() {
        String wanted = type;
        if (wanted == null || !GEOMETRY_TYPES.contains(wanted)) {
            throw new FaultyGeometry("there is no geometry type \"%s\"".formatted(type));
        }
        if (wanted.equals("GeometryCollection")) {
            return Geometries.FACTORY.createGeometryCollection(
                    geometries.stream().map(GeoJsonParts::build).toArray(Geometry[]::new));
        }
        return coordinates.build(wanted);
    }

    /** The geometry cannot be built; the message says why. */
    static final class FaultyGeometry extends RuntimeException {
        FaultyGeometry(String message) {
            super(message);
        }
    }
}
