package org.vigie.features.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.features.ItemsQuery;
import org.vigie.features.ReferenceSystem;

/** Parameters that more than one operation takes. */
final class ApiParameters {

    static final List<String> OF_ITEMS = List.of(
            "limit", "after", "count", "bbox", "bbox-crs", "datetime", "crs", "filter", "filter-lang", "filter-crs");

    private static final Map<String, Object> STRING = Map.of("type", "string");

    private ApiParameters() {}

    static Map<String, Object> ref(String name) {
        return Map.of("$ref", "#/components/parameters/" + name);
    }

    static Map<String, Object> query(String name, String description, Map<String, Object> schema) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", "query");
        parameter.put("description", description);
        parameter.put("required", false);
        parameter.put("schema", schema);
        parameter.put("style", "form");
        parameter.put("explode", false);
        return parameter;
    }

    static Map<String, Object> shared() {
        Map<String, Object> all = new LinkedHashMap<>();
        add(all, "f", "How the answer is written.", words("json", "html"));
        add(all, "limit", "Most features of a page.", limit());
        add(all, "after", "Where the page before ended, from its next link.", STRING);
        add(
                all,
                "count",
                "Whether numberMatched is told. If not said, it is, but in pages of more than "
                        + ItemsQuery.DEFAULT_LIMIT + " of what lies in a place.",
                Map.of("type", "boolean"));
        add(all, "bbox", "Only what meets this box; longitude first unless bbox-crs says otherwise.", box());
        add(all, "bbox-crs", "In which system bbox is.", systems());
        add(all, "datetime", "A moment, a day, or two of them with a slash between; .. is open.", STRING);
        add(all, "crs", "In which system the answer is.", systems());
        add(all, "filter", "A condition in CQL2 over the queryables.", STRING);
        add(all, "filter-lang", "In which encoding the filter is.", words("cql2-text", "cql2-json"));
        add(all, "filter-crs", "In which system the places of the filter are.", systems());
        Map<String, Object> featureId = new LinkedHashMap<>();
        featureId.put("name", "featureId");
        featureId.put("in", "path");
        featureId.put("required", true);
        featureId.put("schema", STRING);
        all.put("featureId", featureId);
        return all;
    }

    private static void add(Map<String, Object> all, String name, String description, Map<String, Object> schema) {
        all.put(name, query(name, description, schema));
    }

    private static Map<String, Object> words(String first, String second) {
        return Map.of("type", "string", "enum", List.of(first, second), "default", first);
    }

    private static Map<String, Object> limit() {
        return Map.of(
                "type", "integer", "minimum", 1, "maximum", ItemsQuery.MAX_LIMIT, "default", ItemsQuery.DEFAULT_LIMIT);
    }

    private static Map<String, Object> box() {
        return Map.of("type", "array", "minItems", 4, "maxItems", 6, "items", Map.of("type", "number"));
    }

    private static Map<String, Object> systems() {
        return Map.of(
                "type",
                "string",
                "format",
                "uri",
                "enum",
                ReferenceSystem.list().stream().map(ReferenceSystem::uri).toList(),
                "default",
                ReferenceSystem.CRS84.uri());
    }
}
