package org.vigie.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Autowired
    MockMvc http;

    @Autowired
    FurnishedCities furnished;

    private FurnishedCities.Furnished city;

    @BeforeEach
    void furnish() throws Exception {
        GeoReportSchemas.assumeHere();
        city = furnished.make();
    }

    @Test
    void servicesAreValid() throws Exception {
        assertThat(list("services.json", "service.json")).isGreaterThan(4);
    }

    @Test
    void everyServiceDefinitionIsValid() throws Exception {
        List<String> codes = read("services.json").at("$[*].service_code");
        for (String code : codes) {
            GeoReportSchemas.one(read("services/" + code + ".json"), "service-definition.json");
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
    void theSchemasThemselvesRefuseANumberAsId() {
        JsonNode wrong = JsonMapper.shared()
                .readTree(
                        "{\"service_request_id\":1,\"status\":\"open\",\"service_code\":\"x\",\"requested_datetime\":\"2026-01-01T00:00:00Z\"}");
        assertThat(GeoReportSchemas.errors("request.json", wrong)).isNotEmpty();
    }

    private Answers read(String below) throws Exception {
        return Answers.sent(
                http,
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                        java.net.URI.create("/" + city.city().jurisdiction().code() + "/open311/v2/" + below)));
    }

    private int list(String below, String schema) throws Exception {
        return GeoReportSchemas.list(read(below), schema).size();
    }
}
