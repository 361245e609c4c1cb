package org.vigie.features.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.features.PublishedLayer;
import org.vigie.features.PublishedLayer.Property;

/** This door as OpenAPI 3.0, each layer with its own parameters, as OGC's classes want it; the rest of the service is told at /api/docs. */
@Component
class ApiDefinition {

    private static final String JSON = "application/json";
    private static final String GEO_JSON = "application/geo+json";
    private static final String OBJECT = "object";

    private final Texts texts;

    ApiDefinition(Texts texts) {
        this.texts = texts;
    }

    Map<String, Object> document(Visit visit) {
        String name = CurrentJurisdiction.get().name();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.3");
        document.put(
                "info",
                Map.of(
                        "title",
                        texts.say(visit.locale(), "title", name),
                        "description",
                        texts.say(visit.locale(), "description", name),
                        "version",
                        "1.0"));
        document.put("servers", List.of(Map.of("url", visit.base())));
        document.put("paths", paths(visit));
        document.put("components", Map.of("schemas", schemas(), "parameters", ApiParameters.shared()));
        return document;
    }

    private Map<String, Object> paths(Visit visit) {
        Map<String, Object> paths = new LinkedHashMap<>();
        paths.put("/", get("landing", say(visit, "landing"), List.of(), answers(JSON)));
        paths.put("/conformance", get("conformance", say(visit, "conformance"), List.of(), answers(JSON)));
        paths.put("/api", get("api", say(visit, "api"), List.of(), answers(Format.OPEN_API.toString())));
        paths.put("/collections", get("collections", say(visit, "collections"), List.of(), answers(JSON)));
        for (PublishedLayer layer : visit.layers().list()) {
            String path = "/collections/" + layer.name();
            String title = texts.title(visit.locale(), layer);
            String id = layer.name();
            paths.put(path, get(id, title, List.of(), answers(JSON)));
            paths.put(
                    path + "/queryables",
                    get(id + "_queryables", say(visit, "queryables"), List.of(), answers("application/schema+json")));
            paths.put(path + "/items", get(id + "_items", title, items(layer, visit), answers(GEO_JSON)));
            paths.put(
                    path + "/items/{featureId}",
                    get(
                            id + "_item",
                            title,
                            List.of(ApiParameters.ref("featureId"), ApiParameters.ref("crs")),
                            answersOrNone(GEO_JSON)));
        }
        return paths;
    }

    private String say(Visit visit, String key) {
        return texts.say(visit.locale(), key);
    }

    private List<Object> items(PublishedLayer layer, Visit visit) {
        List<Object> parameters = new ArrayList<>();
        for (String shared : ApiParameters.OF_ITEMS) {
            parameters.add(ApiParameters.ref(shared));
        }
        for (Property property : layer.properties()) {
            parameters.add(ApiParameters.query(
                    property.name(), texts.property(visit.locale(), property.name()), schema(property)));
        }
        return parameters;
    }

    private static Map<String, Object> schema(Property property) {
        Map<String, Object> schema = new LinkedHashMap<>(CollectionDocument.type(property));
        if (!property.words().isEmpty()) {
            schema.put("enum", property.words());
        }
        return schema;
    }

    private static Map<String, Object> get(
            String id, String summary, List<Object> parameters, Map<String, Object> answers) {
        List<Object> all = new ArrayList<>(parameters);
        all.add(ApiParameters.ref("f"));
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", id);
        operation.put("summary", summary);
        operation.put("parameters", all);
        operation.put("responses", answers);
        return Map.of("get", operation);
    }

    private static Map<String, Object> answers(String type) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("200", answer("OK", Map.of(type, schema("Document"), "text/html", Map.of())));
        answers.put("400", problem("A parameter is unknown, or its value is none."));
        answers.put("406", problem("None of the formats that are accepted."));
        answers.put("default", problem("Anything else that went wrong."));
        return answers;
    }

    private static Map<String, Object> answersOrNone(String type) {
        Map<String, Object> answers = answers(type);
        answers.put("404", problem("There is none here, or it may not be seen."));
        return answers;
    }

    private static Map<String, Object> problem(String description) {
        return answer(description, Map.of("application/problem+json", schema("Problem")));
    }

    private static Map<String, Object> answer(String description, Map<String, Object> content) {
        return Map.of("description", description, "content", content);
    }

    private static Map<String, Object> schema(String name) {
        return Map.of("schema", Map.of("$ref", "#/components/schemas/" + name));
    }

    private static Map<String, Object> schemas() {
        return Map.of(
                "Document", Map.of("type", OBJECT),
                "Problem",
                        Map.of(
                                "type",
                                OBJECT,
                                "description",
                                "RFC 9457",
                                "properties",
                                Map.of(
                                        "type", Map.of("type", "string"),
                                        "title", Map.of("type", "string"),
                                        "status", Map.of("type", "integer"),
                                        "detail", Map.of("type", "string"))));
    }
}
