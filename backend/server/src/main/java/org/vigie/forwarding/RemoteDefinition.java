package org.vigie.forwarding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the other side asks of whoever reports something of one service: its service definition. */
record RemoteDefinition(List<Attribute> attributes) {

    static final RemoteDefinition NONE = new RemoteDefinition(List.of());

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * @param datatype in their words: string, number, datetime, text, singlevaluelist, multivaluelist
     * @param values of a list only
     */
    record Attribute(String code, String description, String datatype, boolean isRequired, List<Value> values) {}

    /** @param key what is sent */
    record Value(String key, String name) {}

    Optional<Attribute> find(String code) {
        return attributes.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** @throws IOException when it is neither XML nor JSON */
    static RemoteDefinition read(byte[] body) throws IOException {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        return new RemoteDefinition(text.startsWith("<") ? readXml(body) : readJson(text));
    }

    private static List<Attribute> readXml(byte[] body) throws IOException {
        List<Attribute> read = new ArrayList<>();
        for (Element each : RemoteDocument.named(RemoteDocument.root(body), "attribute")) {
            List<Value> values = RemoteDocument.named(each, "value").stream()
                    .map(RemoteDocument::record)
                    .filter(value -> value.containsKey("key"))
                    .map(RemoteDefinition::value)
                    .toList();
            attribute(RemoteDocument.record(each), values).ifPresent(read::add);
        }
        return read;
    }

    private static List<Attribute> readJson(String text) throws IOException {
        List<Attribute> read = new ArrayList<>();
        try {
            JsonNode listed = JSON.readTree(text).findValue("attributes");
            for (JsonNode each : listed == null ? List.<JsonNode>of() : listed) {
                List<Value> values = new ArrayList<>();
                for (JsonNode value : each.path("values")) {
                    values.add(value(RemoteDocument.record(value)));
                }
                attribute(RemoteDocument.record(each), values).ifPresent(read::add);
            }
        } catch (JacksonException | StackOverflowError notJson) {
            throw new IOException("neither JSON nor XML", notJson);
        }
        return read;
    }

    private static Value value(Map<String, String> told) {
        String key = told.getOrDefault("key", "");
        return new Value(key, told.getOrDefault("name", key));
    }

    /** Empty for what is told only, and nobody answers. */
    private static Optional<Attribute> attribute(Map<String, String> told, List<Value> values) {
        String code = told.getOrDefault("code", "");
        boolean isAsked = !"false".equals(told.get("variable"));
        return code.isEmpty() || !isAsked
                ? Optional.empty()
                : Optional.of(new Attribute(
                        code,
                        told.getOrDefault("description", code),
                        told.getOrDefault("datatype", "string"),
                        "true".equals(told.get("required")),
                        List.copyOf(values)));
    }
}
