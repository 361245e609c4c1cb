package org.vigie.open311.web;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.xml.XmlFactory;
import tools.jackson.dataformat.xml.XmlMapper;
import tools.jackson.dataformat.xml.XmlWriteFeature;

/**
 * Writes the documents of GeoReport v2. One record is both forms: JSON lists stand bare, in XML each list is an element of its name whose
 * elements have the name of one; what is absent is null here and an empty element there.
 */
@Component
class Documents {

    /** What one of a list is called. */
    private static final Map<String, String> ONE_OF = Map.of(
            "attributes", "attribute",
            "values", "value",
            "notes", "note",
            "endpoints", "endpoint",
            "formats", "format",
            "photos", "photo");

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(
                    always -> JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
            .build();
    private final XmlMapper xml = XmlMapper.builder(new XmlFactory(new WstxInputFactory(), writing()))
            .enable(XmlWriteFeature.WRITE_XML_DECLARATION)
            .disable(XmlWriteFeature.WRITE_NULLS_AS_XSI_NIL, XmlWriteFeature.UNWRAP_ROOT_OBJECT_NODE)
            .build();

    /** People paste what XML cannot hold, such as form feeds: a blank stands for it. */
    private static WstxOutputFactory writing() {
        WstxOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(
                WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER, new InvalidCharHandler.ReplacingHandler(' '));
        return factory;
    }

    /** @param root and {@code item} name the elements in XML */
    ResponseEntity<byte[]> list(Format format, String root, String item, List<?> items) {
        return answer(HttpStatusCode.valueOf(200), format, listed(format, root, item, items));
    }

    ResponseEntity<byte[]> one(Format format, String root, Object item) {
        return answer(HttpStatusCode.valueOf(200), format, write(format, root, json.valueToTree(item)));
    }

    ResponseEntity<byte[]> error(HttpStatusCode status, Format format, String description) {
        ErrorBody error = new ErrorBody(status.value(), description);
        return answer(status, format, listed(format, "errors", "error", List.of(error)));
    }

    private record ErrorBody(int code, String description) {}

    private static ResponseEntity<byte[]> answer(HttpStatusCode status, Format format, byte[] body) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, format.contentType())
                .header("X-Content-Type-Options", "nosniff")
                .body(body);
    }

    private byte[] listed(Format format, String root, String item, List<?> items) {
        ArrayNode tree = json.valueToTree(items);
        return format == Format.JSON
                ? json.writeValueAsBytes(tree)
                : write(format, root, json.createObjectNode().set(item, tree));
    }

    private byte[] write(Format format, String root, JsonNode tree) {
        return format == Format.JSON
                ? json.writeValueAsBytes(tree)
                : xml.writer().withRootName(root).writeValueAsBytes(forXml(tree));
    }

    private JsonNode forXml(JsonNode tree) {
        return switch (tree) {
            case ObjectNode object -> {
                ObjectNode copy = json.createObjectNode();
                object.forEachEntry((name, value) -> {
                    JsonNode inner = forXml(value);
                    String one = ONE_OF.get(name);
                    copy.set(name, one == null ? inner : json.createObjectNode().set(one, inner));
                });
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = json.createArrayNode();
                array.forEach(element -> copy.add(forXml(element)));
                yield copy;
            }
            default -> tree;
        };
    }
}
