package org.vigie.features.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.vigie.features.LayerExtents;
import org.vigie.features.PublishedLayer;
import org.vigie.features.PublishedLayer.Property;
import org.vigie.features.ReferenceSystem;

/** What is told of a layer: its description, and what may be asked of it. */
@Component
class CollectionDocument {

    private static final Map<String, String> GEOMETRY_FORMATS = Map.of(
            "Point", "geometry-point",
            "MultiPolygon", "geometry-multipolygon",
            "Geometry", "geometry-any");

    private final LayerExtents extents;
    private final Texts texts;

    CollectionDocument(LayerExtents extents, Texts texts) {
        this.extents = extents;
        this.texts = texts;
    }

    Map<String, Object> of(PublishedLayer layer, Visit visit, List<Link> links) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", layer.name());
        document.put("title", texts.title(visit.locale(), layer));
        document.put("description", texts.description(visit.locale(), layer));
        document.put("extent", extent(layer));
        document.put("itemType", "feature");
        document.put(
                "crs", ReferenceSystem.list().stream().map(ReferenceSystem::uri).toList());
        document.put("storageCrs", ReferenceSystem.CRS84.uri());
        document.put("links", links);
        return document;
    }

    private Map<String, Object> extent(PublishedLayer layer) {
        LayerExtents.Extent extent = extents.of(layer);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("spatial", Map.of("bbox", List.of(extent.bounds().toArray()), "crs", ReferenceSystem.CRS84.uri()));
        extent.earliest()
                .ifPresent(earliest -> document.put(
                        "temporal", Map.of("interval", List.of(Arrays.asList(earliest.toString(), null)))));
        return document;
    }

    /** Links of a layer, from wherever it is shown. */
    List<Link> links(PublishedLayer layer, Visit visit) {
        String title = texts.title(visit.locale(), layer);
        String items = visit.address("collections", layer.name(), "items");
        return List.of(
                Link.of(items, "items", Format.GEO_JSON, title),
                Link.of(items + "?f=html", "items", MediaType.TEXT_HTML, title),
                Link.of(
                        visit.address("collections", layer.name(), "queryables"),
                        Link.QUERYABLES,
                        Format.SCHEMA,
                        texts.say(visit.locale(), "queryables")));
    }

    /** JSON Schema of all that a filter may speak of. */
    Map<String, Object> queryables(PublishedLayer layer, Visit visit) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Property property : layer.properties()) {
            properties.put(property.name(), schema(property, visit));
        }
        properties.put(
                PublishedLayer.GEOMETRY,
                Map.of(
                        "title",
                        texts.property(visit.locale(), PublishedLayer.GEOMETRY),
                        "x-ogc-role",
                        "primary-geometry",
                        "format",
                        GEOMETRY_FORMATS.getOrDefault(layer.geometryType(), "geometry-any")));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", visit.address("collections", layer.name(), "queryables"));
        schema.put("type", "object");
        schema.put("title", texts.title(visit.locale(), layer));
        schema.put("description", texts.description(visit.locale(), layer));
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> schema(Property property, Visit visit) {
        Map<String, Object> schema = new LinkedHashMap<>(type(property));
        schema.put("title", texts.property(visit.locale(), property.name()));
        if (!property.words().isEmpty()) {
            schema.put("enum", property.words());
        }
        return schema;
    }

    /** As JSON Schema has it. */
    static Map<String, Object> type(Property property) {
        return switch (property.type()) {
            case TEXT -> Map.of("type", "string");
            case INTEGER -> Map.of("type", "integer");
            case BOOLEAN -> Map.of("type", "boolean");
            case INSTANT -> Map.of("type", "string", "format", "date-time");
            case GEOMETRY -> throw new IllegalStateException(property.name());
        };
    }
}
