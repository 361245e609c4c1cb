package org.vigie.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Role;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

@ServiceTest
class IntakeTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    JdbcClient jdbc;

    TestCity.City city;

    @BeforeEach
    void makeCity() {
        city = cities.make();
    }

    @Test
    void locatesAssignsAndAnswersInOneRoundTrip() throws Exception {
        MockHttpServletResponse answer = send(report("nid-de-poule", 2.02, 47.05), "key-" + UUID.randomUUID());

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(this.<String>read(answer, "$.number")).matches("\\d{4}-000001");
        assertThat(this.<String>read(answer, "$.sector.code")).isEqualTo("W");
        assertThat(this.<String>read(answer, "$.placement.rule")).isEqualTo("INSIDE");
        assertThat(this.<String>read(answer, "$.service")).isEqualTo("Voirie municipale");
        assertThat(this.<String>read(answer, "$.trackingUrl"))
                .startsWith("/" + city.jurisdiction().code() + "/track/");
        assertThat(answer.getContentAsString()).doesNotContain("Voirie Ouest");
    }

    @Test
    void showsTheNextPromiseFromTheStartSoThatTheMapIsToldOnce() throws Exception {
        send(report("nid-de-poule", 2.02, 47.05), "key-" + UUID.randomUUID());

        assertThat(count("""
                        request.request r
                        where (r.next_commitment, r.next_starts_at, r.next_due_at) = (
                            select d.commitment, d.starts_at, d.due_at from request.deadline d
                            where d.request_id = r.request_id and d.met_at is null order by d.due_at limit 1)
                        """)).isEqualTo(1);
        assertThat(count("cells.change where sign = -1")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "nid-de-poule, 2.02, E1, SECTOR_AND_CATEGORY",
        "nid-de-poule, 2.08, E2, SECTOR",
        "nid-de-poule, 2.05, E2, SECTOR",
        "lampadaire, 2.02, E3, CATEGORY",
        "lampadaire, 2.08, E3, CATEGORY",
        "danger, 2.02, U1, URGENT",
        "question, 2.02, ACCUEIL, LAST_RESORT"
    })
    void givesEveryCategoryAndSectorToExactlyOneTeam(String category, double longitude, String team, String rule)
            throws Exception {
        MockHttpServletResponse answer = send(report(category, longitude, 47.05), "key-" + UUID.randomUUID());

        String found = cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql(
                                "select t.code || ' ' || r.assignment_rule as found from request.request r join team.team t using (jurisdiction_id, team_id) where r.number = :number")
                        .param("number", this.<String>read(answer, "$.number"))
                        .query((row, n) -> row.getString("found"))
                        .single());
        assertThat(found).isEqualTo(team + " " + rule);
    }

    @Test
    void takesTheSameSubmissionTwiceForOneRequest() throws Exception {
        String body = report("nid-de-poule", 2.02, 47.05);
        MockHttpServletResponse first = send(body, "the-same-key");
        MockHttpServletResponse second = send(body, "the-same-key");

        assertThat(second.getStatus()).isEqualTo(200);
        assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(count("request.request")).isEqualTo(1);
    }

    @Test
    void refusesAKeyThatCameWithOtherContent() throws Exception {
        send(report("nid-de-poule", 2.02, 47.05), "the-same-key");
        MockHttpServletResponse second = send(report("lampadaire", 2.02, 47.05), "the-same-key");

        assertThat(second.getStatus()).isEqualTo(422);
        assertThat(this.<String>read(second, "$.type")).isEqualTo("/problems/idempotency-key-reused");
        assertThat(count("request.request")).isEqualTo(1);
    }

    @Test
    void keepsARequestWithoutPositionAsToBeLocated() throws Exception {
        MockHttpServletResponse answer = send(
                "{\"category\":\"nid-de-poule\",\"description\":\"Trou quelque part\"}", "key-" + UUID.randomUUID());

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(this.<String>read(answer, "$.placement.rule")).isEqualTo("TO_BE_LOCATED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"category\":\"unknown\",\"description\":\"x\"} | 422 | unknown-category",
                "{\"category\":\"nid-de-poule\",\"description\":\"x\",\"position\":{\"type\":\"Point\",\"coordinates\":[2.5,47.05]}} | 422 | outside-jurisdiction",
                "{\"category\":\"nid-de-poule\",\"description\":\"x\",\"position\":{\"type\":\"Point\",\"coordinates\":[47.05,122.02]}} | 400 | position-out-of-range",
                "{\"category\":\"nid-de-poule\",\"description\":\"x\",\"position\":{\"type\":\"Point\",\"coordinates\":[\"NaN\",47]}} | 400 | field-malformed",
                "{\"category\":\"nid-de-poule\",\"contact\":{\"email\":\"not an address\"}} | 422 | email-not-understood",
                "{\"category\":\"nid-de-poule\",\"contact\":{\"phone\":\"call me\"}} | 422 | phone-not-understood",
                "{\"category\":\"nid-de-poule\",\"colour\":\"red\"} | 400 | field-unknown",
                "{\"category\": | 400 | json-malformed",
                "{\"category\":\"nid-de-poule\",\"photos\":[\"018f0000-0000-7000-8000-000000000000\"]} | 422 | photo-unknown"
            })
    void refusesBadInputWithASentenceAndKeepsNothing(String body, int status, String problem) throws Exception {
        MockHttpServletResponse answer = send(body, "key-" + UUID.randomUUID());

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(this.<String>read(answer, "$.type")).isEqualTo("/problems/" + problem);
        assertThat(this.<String>read(answer, "$.detail")).isNotBlank();
        assertThat(count("request.request")).isZero();
        assertThat(count("intake.submission")).isZero();
    }

    @Test
    void refusesFourThousandAndOneCharacters() throws Exception {
        MockHttpServletResponse answer = send(
                "{\"category\":\"nid-de-poule\",\"description\":\"" + "é".repeat(4001) + "\"}",
                "key-" + UUID.randomUUID());

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(this.<String>read(answer, "$.detail")).contains("4");
        assertThat(count("request.request")).isZero();
    }

    @Test
    void takesACallOutsideTheCommuneFromTheDesk() throws Exception {
        MockHttpServletResponse answer = http.perform(
                        post("/" + city.jurisdiction().code() + "/api/desk/requests")
                                .with(as(cities.account(city, Role.FRONT_OFFICE)))
                                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(report("nid-de-poule", 2.5, 47.05)))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(this.<String>read(answer, "$.placement.rule")).isEqualTo("OUTSIDE");
        assertThat(this.<String>read(answer, "$.team.code")).isEqualTo("ACCUEIL");
    }

    private MockHttpServletResponse send(String body, String key) throws Exception {
        return http.perform(post("/" + city.jurisdiction().code() + "/api/requests")
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private static String report(String category, double longitude, double latitude) {
        return "{\"category\":\"%s\",\"description\":\"Gros trou\",\"position\":{\"type\":\"Point\",\"coordinates\":[%s,%s]}}"
                .formatted(category, longitude, latitude);
    }

    private int count(String table) {
        return cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("select count(*) as n from " + table)
                        .query((row, n) -> row.getInt("n"))
                        .single());
    }

    private <T> T read(MockHttpServletResponse answer, String path) {
        try {
            return JsonPath.read(answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8), path);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
