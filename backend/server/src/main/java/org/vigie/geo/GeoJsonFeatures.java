package org.vigie.geo;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads GeoJSON feature by feature; memory holds one feature, whatever the size of the file. Accepts a FeatureCollection, a
 * Feature, a bare geometry, and a sequence of them (GeoJSONSeq). A {@code crs} member of the 2008 format is honoured when it stands
 * before the features.
 */
public final class GeoJsonFeatures {

    private static final int DEEPEST = 64;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    private final Consumer<GeoJsonFeature> visitor;
    /** The caller knows better than the file. */
    private final boolean known;

    private DeclaredCrs crs = DeclaredCrs.WGS84;
    private long features;
    private boolean understood;

    private GeoJsonFeatures(Optional<Integer> epsgCode, Consumer<GeoJsonFeature> visitor) {
        this.visitor = visitor;
        this.known = epsgCode.isPresent();
        epsgCode.ifPresent(code -> crs = new DeclaredCrs(code));
    }

    /**
     * Calls the visitor once a feature. A faulty geometry is told in its feature; what the visitor threw passes through.
     *
     * @return how many features there were
     * @throws GeoJsonUnreadable when the file is not GeoJSON, is cut off, or declares a coordinate system that is not known
     */
    public static long read(InputStream file, Consumer<GeoJsonFeature> visitor) {
        return read(file, Optional.empty(), visitor);
    }

    /** @param epsgCode what the coordinates mean, easting or longitude first, whatever the file declares */
    public static long read(InputStream file, Optional<Integer> epsgCode, Consumer<GeoJsonFeature> visitor) {
        GeoJsonFeatures reading = new GeoJsonFeatures(epsgCode, visitor);
        try (JsonParser parser = MAPPER.createParser(file)) {
            while (parser.nextToken() != null) {
                reading.root(parser);
            }
        } catch (JacksonException e) {
            throw unreadable(e);
        }
        if (!reading.understood) {
            throw new GeoJsonUnreadable("The file is empty: expected a GeoJSON FeatureCollection.");
        }
        return reading.features;
    }

    private static GeoJsonUnreadable unreadable(JacksonException e) {
        String where = e.getLocation() == null
                ? ""
                : " at line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        String what = String.valueOf(e.getOriginalMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst(" \\(start marker.*", "");
        return new GeoJsonUnreadable(
                "The file is not well-formed JSON%s (%s). It may be cut off or in another format than its name says."
                        .formatted(where, what),
                e);
    }

    private void root(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new GeoJsonUnreadable(
                    "The file is JSON but not GeoJSON: expected an object of type FeatureCollection, Feature or a geometry.");
        }
        GeoJsonParts parts = new GeoJsonParts();
        boolean collection = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("features")) {
                eachFeature(parser);
                collection = true;
            } else if (name.equals("crs")) {
                declare(DeclaredCrs.read(parser));
            } else {
                parts.member(name, parser);
            }
        }
        finish(parts, collection);
    }

    private void finish(GeoJsonParts parts, boolean collection) {
        if (collection && (parts.type == null || parts.type.equals("FeatureCollection"))) {
            understood = true;
        } else if (!collection && (parts.isFeature() || parts.isGeometry())) {
            understood = true;
            visit(parts);
        } else {
            throw new GeoJsonUnreadable(
                    "The file is JSON but not GeoJSON (type %s): expected a FeatureCollection with features."
                            .formatted(parts.type),
                    "Topology".equals(parts.type));
        }
    }

    private void eachFeature(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new GeoJsonUnreadable("\"features\" must be an array of features.");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new GeoJsonUnreadable("Feature %d is not an object.".formatted(features + 1));
            }
            GeoJsonParts parts = new GeoJsonParts();
            parts.members(parser);
            visit(parts);
        }
    }

    private void declare(DeclaredCrs declared) {
        if (known) {
            return;
        }
        if (features > 0 && !declared.equals(crs)) {
            throw new GeoJsonUnreadable(
                    "The file declares its coordinate system after its features. Convert it: ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson in.geojson.");
        }
        crs = declared;
    }

    private void visit(GeoJsonParts parts) {
        features++;
        Optional<Geometry> geometry = Optional.empty();
        Optional<String> fault = Optional.empty();
        try {
            geometry = parts.buildGeometry().map(crs::toWgs84);
        } catch (GeoJsonParts.FaultyGeometry e) {
            fault = Optional.of(String.valueOf(e.getMessage()));
        }
        visitor.accept(new GeoJsonFeature(features, Optional.ofNullable(parts.id), parts.properties, geometry, fault));
    }
}
