package org.vigie.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.testing.Answers;
import org.vigie.testing.FurnishedCities;
import org.vigie.testing.ServiceTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every JSON document of a furnished city, against the schemas that open311/schema-validation publishes; skipped where they are not. */
@ServiceTest
class SchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    MockMvc http;

    @Autowired
    FurnishedCities furnished;

    private FurnishedCities.Furnished city;

    @BeforeEach
    void furnish() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(folder()), "skipped: the schemas of Open311 are not here");
        city = furnished.make();
    }

    private static Path folder() {
        return Path.of(System.getProperty("vigie.shared-data", "absent"), "open311", "schema");
    }

    @Test
    void servicesAreValid() throws Exception {
        assertThat(list("services.json", "service.json")).isGreaterThan(4);
    }

    @Test
    void everyServiceDefinitionIsValid() throws Exception {
        List<String> codes = read("services.json").at("$[*].service_code");
        for (String code : codes) {
            check(
                    "service-definition.json",
                    JSON.readTree(read("services/" + code + ".json").text()));
        }
        assertThat(codes).isNotEmpty();
    }

    @Test
    void requestsAreValidWithAndWithoutExtensions() throws Exception {
        assertThat(list("requests.json", "request.json")).isGreaterThan(1);
        assertThat(list("requests.json?extensions=true", "request.json")).isGreaterThan(1);
        assertThat(list("requests.json?status=closed", "request.json")).isZero();
        assertThat(list("requests/" + city.things().get("sent") + ".json", "request.json"))
                .isEqualTo(1);
        assertThat(list("requests/" + city.things().get("request") + ".json", "request.json"))
                .as("with a photo")
                .isEqualTo(1);
        assertThat(read("requests/" + city.things().get("request") + ".json").<String>at("$[0].media_url"))
                .startsWith("http")
                .endsWith(".jpg");
    }

    /** The schema asks for strings where the examples of the standard have numbers. */
    @Test
    void theSchemasThemselvesRefuseANumberAsId() throws IOException {
        JsonNode wrong = JSON.readTree(
                "{\"service_request_id\":1,\"status\":\"open\",\"service_code\":\"x\",\"requested_datetime\":\"2026-01-01T00:00:00Z\"}");
        assertThat(errors("request.json", wrong)).isNotEmpty();
    }

    private Answers read(String below) throws Exception {
        return Answers.sent(
                http,
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                        java.net.URI.create("/" + city.city().jurisdiction().code() + "/open311/v2/" + below)));
    }

    /** The bare array of the document, element by element: the schemas of lists name their elements by a file of their own. */
    private int list(String below, String schema) throws Exception {
        Answers answer = read(below);
        assertThat(answer.status()).as(below).isEqualTo(200);
        JsonNode tree = JSON.readTree(answer.text());
        assertThat(tree.isArray()).as(below).isTrue();
        for (JsonNode element : tree) {
            check(schema, element);
        }
        return tree.size();
    }

    private static void check(String schema, JsonNode document) throws IOException {
        assertThat(errors(schema, document)).as(document.toString()).isEmpty();
    }

    private static List<Error> errors(String schema, JsonNode document) throws IOException {
        Schema wanted = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                .getSchema(JSON.readTree(Files.readString(folder().resolve(schema))));
        return wanted.validate(
                document, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
