package org.vigie.geo;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Reads and writes a {@link Wgs84Point} as a GeoJSON Point (RFC 7946: longitude first), reads polygons and lines, and writes any geometry. */
@Component
public class GeoJsonModule extends SimpleModule {

    public GeoJsonModule() {
        super("GeoJson");
        addSerializer(new PointWriter());
        addSerializer(new GeoJsonGeometryWriter());
        addDeserializer(Wgs84Point.class, new PointReader());
        addDeserializer(Geometry.class, new GeoJsonGeometryReader<>(Geometry.class));
        addDeserializer(Polygon.class, new GeoJsonGeometryReader<>(Polygon.class));
        addDeserializer(LineString.class, new GeoJsonGeometryReader<>(LineString.class));
    }

    private static final class PointWriter extends StdSerializer<Wgs84Point> {
        PointWriter() {
            super(Wgs84Point.class);
        }

        @Override
        public void serialize(Wgs84Point point, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("type", "Point");
            json.writeName("coordinates");
            json.writeArray(new double[] {point.longitudeDegrees(), point.latitudeDegrees()}, 0, 2);
            json.writeEndObject();
        }
    }

    private static final class PointReader extends StdDeserializer<Wgs84Point> {
        PointReader() {
            super(Wgs84Point.class);
        }

        @Override
        public Wgs84Point deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode node = context.readTree(parser);
            JsonNode coordinates = node.path("coordinates");
            boolean isPoint = node.path("type").asString("").equals("Point")
                    && coordinates.isArray()
                    && coordinates.size() >= 2
                    && coordinates.size() <= 3
                    && coordinates.get(0).isNumber()
                    && coordinates.get(1).isNumber();
            if (!isPoint) {
                return context.reportInputMismatch(
                        this,
                        "a position is a GeoJSON Point: {\"type\":\"Point\",\"coordinates\":[longitude, latitude]}");
            }
            try {
                return new Wgs84Point(
                        coordinates.get(0).asDouble(), coordinates.get(1).asDouble());
            } catch (Wgs84Point.PositionOutOfRange e) {
                throw DatabindException.from(parser, e.getMessage(), e);
            }
        }
    }
}
