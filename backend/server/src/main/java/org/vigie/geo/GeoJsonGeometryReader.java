package org.vigie.geo;

import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a GeoJSON geometry of one type, longitude first. */
final class GeoJsonGeometryReader<T extends Geometry> extends StdDeserializer<T> {

    private final Class<T> wanted;

    GeoJsonGeometryReader(Class<T> wanted) {
        super(wanted);
        this.wanted = wanted;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        GeoJsonParts parts = new GeoJsonParts();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            parts.members(parser);
        }
        try {
            return parts.buildGeometry()
                    .filter(wanted::isInstance)
                    .map(wanted::cast)
                    .orElseThrow(() -> DatabindException.from(
                            parser, "a %s is wanted, in GeoJSON".formatted(wanted.getSimpleName())));
        } catch (GeoJsonParts.FaultyGeometry e) {
            throw DatabindException.from(parser, e.getMessage(), e);
        }
    }
}
