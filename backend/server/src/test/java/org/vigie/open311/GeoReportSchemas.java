package org.vigie.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Assumptions;
import org.vigie.testing.Answers;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds documents to the JSON schemas of open311/schema-validation, which lie beside the project, and to our XML schema of the standard. */
final class GeoReportSchemas {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();
    private static final javax.xml.validation.Schema XML = xml();

    private GeoReportSchemas() {}

    /** Skips the test, counted as such, where the published schemas are not. */
    static void assumeHere() {
        Assumptions.assumeTrue(Files.isDirectory(folder()), "skipped: the schemas of Open311 are not here");
    }

    private static Path folder() {
        return Path.of(System.getProperty("vigie.shared-data", "absent"), "open311", "schema");
    }

    /** The bare array of the document, element by element: the schemas of lists name their elements by a file of their own. */
    static JsonNode list(Answers answer, String schema) {
        JsonNode tree = document(answer);
        assertThat(tree.isArray()).as(answer.text()).isTrue();
        for (JsonNode element : tree) {
            assertThat(errors(schema, element)).as(element.toString()).isEmpty();
        }
        return tree;
    }

    static JsonNode one(Answers answer, String schema) {
        JsonNode tree = document(answer);
        assertThat(errors(schema, tree)).as(answer.text()).isEmpty();
        return tree;
    }

    private static JsonNode document(Answers answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        return JSON.readTree(answer.text());
    }

    static List<Error> errors(String schema, JsonNode document) {
        return READ.computeIfAbsent(schema, GeoReportSchemas::read)
                .validate(document, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Schema read(String name) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(JSON.readTree(Files.readString(folder().resolve(name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with the line of the document that breaks the schema. */
    static void xml(String document) throws SAXException, IOException {
        Validator validator = XML.newValidator();
        validator.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        validator.validate(new StreamSource(new StringReader(document)));
    }

    private static javax.xml.validation.Schema xml() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Objects.requireNonNull(GeoReportSchemas.class.getResource("/open311/georeport-v2.xsd")));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
