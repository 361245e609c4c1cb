package org.vigie.dispatch.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** A city of two sectors, W and E, with the common edge at 2.05° E; the draft gives W a strip of E up to 2.06°. */
@ServiceTest
class SectorPreviewTest {

    private static final String STRIP =
            "{\"code\":\"W\",\"ground\":{\"type\":\"Polygon\",\"coordinates\":[[[2.05,47.0],[2.06,47.0],[2.06,47.1],[2.05,47.1],[2.05,47.0]]]}}";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    TestCity.City city;
    SignedInAccount administrator;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        administrator = cities.account(city, Role.ADMINISTRATOR);
    }

    @Test
    void namesTheOpenRequestsThatChangeSectorAndTeam() throws Exception {
        String moving = report("nid-de-poule", 2.055);
        report("nid-de-poule", 2.02);
        report("nid-de-poule", 2.08);

        Answers preview = preview(draftWith(STRIP));

        assertThat(preview.<List<String>>at("$.moves[*].card.id")).containsExactly(moving);
        assertThat(preview.<List<String>>at("$.moves[*].card.sector.code")).containsExactly("E");
        assertThat(preview.<List<String>>at("$.moves[*].to.code")).containsExactly("W");
        assertThat(preview.<List<String>>at("$.moves[*].toTeam.code")).containsExactly("E1");
        assertThat(preview.<Integer>at("$.open")).isEqualTo(3);
        assertThat(preview.<Integer>at("$.changeSector")).isEqualTo(1);
        assertThat(preview.<Integer>at("$.changeTeam")).isEqualTo(1);
    }

    @Test
    void aRequestKeepsTheTeamThatADispatcherChose() throws Exception {
        String id = report("nid-de-poule", 2.055);
        send(
                post(path("/requests/" + id + "/assignment")).header("If-Match", "\"1\""),
                "{\"teamId\":\"%s\",\"reason\":\"plus près\"}"
                        .formatted(city.lighting().id()));

        Answers preview = preview(draftWith(STRIP));

        assertThat(preview.<List<Boolean>>at("$.moves[*].changesSector")).containsExactly(true);
        assertThat(preview.<List<Boolean>>at("$.moves[*].changesTeam")).containsExactly(false);
        assertThat(preview.<List<String>>at("$.moves[*].toTeam.code")).containsExactly("E3");
    }

    @Test
    void closedRequestsDoNotMoveButCountForLastYear() throws Exception {
        String id = report("nid-de-poule", 2.055);
        send(
                post(path("/requests/" + id + "/transitions")).header("If-Match", "\"1\""),
                "{\"to\":\"RESOLVED\",\"reason\":\"fait\"}");

        Answers preview = preview(draftWith(STRIP));

        assertThat(preview.<List<?>>at("$.moves")).isEmpty();
        assertThat(figures(preview, "$.teams[?(@.team.code=='E1')].requests.after"))
                .containsExactly(1 / 12.0);
        assertThat(figures(preview, "$.teams[?(@.team.code=='E2')].requests.before"))
                .containsExactly(1 / 12.0);
        assertThat(figures(preview, "$.sectors[?(@.code=='E')].requests.after")).containsExactly(0.0);
    }

    @Test
    void aSectorThatIsCutOffStaysWithItsTeam() throws Exception {
        report("nid-de-poule", 2.09);
        String id = start();
        edit(
                id,
                "split",
                "{\"code\":\"E\",\"name\":\"Neuf\",\"line\":{\"type\":\"LineString\",\"coordinates\":[[2.08,46.9],[2.08,47.2]]}}");

        Answers preview = preview(id);

        assertThat(preview.<List<String>>at("$.moves[*].to.name")).containsExactly("Neuf");
        assertThat(preview.<List<Boolean>>at("$.moves[*].changesTeam")).containsExactly(false);
    }

    @Test
    void requestsReportedMeanwhileAreInTheNextPreviewOfTheSameRevision() throws Exception {
        String id = draftWith(STRIP);
        assertThat(preview(id).<Integer>at("$.changeSector")).isZero();

        report("nid-de-poule", 2.055);

        assertThat(preview(id).<Integer>at("$.changeSector")).isEqualTo(1);
    }

    /** Must show 6: what is announced is what follows. */
    @Test
    void whatMovesAfterPublishingIsWhatThePreviewCounted() throws Exception {
        for (int i = 0; i < 12; i++) {
            String id = report(i % 3 == 0 ? "lampadaire" : i % 4 == 1 ? "danger" : "nid-de-poule", 2.046 + 0.002 * i);
            if (i % 5 == 0) {
                send(
                        post(path("/requests/" + id + "/assignment")).header("If-Match", "\"1\""),
                        "{\"teamId\":\"%s\",\"reason\":\"plus près\"}"
                                .formatted(city.lighting().id()));
            }
            if (i == 4) {
                send(
                        post(path("/requests/" + id + "/transitions")).header("If-Match", "\"1\""),
                        "{\"to\":\"RESOLVED\",\"reason\":\"fait\"}");
            }
        }
        Map<String, String> before = standing();
        String id = draftWith(STRIP);
        Answers preview = preview(id);
        Map<String, String> announced = new TreeMap<>(before);
        for (Map<String, Object> move : preview.<List<Map<String, Object>>>at("$.moves")) {
            String request = JsonPath.read(move, "$.card.id");
            announced.put(request, JsonPath.read(move, "$.to.code") + " " + JsonPath.read(move, "$.toTeam.code"));
        }

        assertThat(send(
                                post(path("/sector-drafts/" + id + "/publication"))
                                        .header("If-Match", "\"2\""),
                                "{\"reason\":\"mieux répartir\"}")
                        .status())
                .isEqualTo(200);

        assertThat(announced).isNotEqualTo(before);
        Awaitility.await().untilAsserted(() -> assertThat(standing()).isEqualTo(announced));
        assertThat(preview.<Integer>at("$.changeSector")).isPositive();
    }

    /** Sector and team of each request, finished ones included. */
    private Map<String, String> standing() throws Exception {
        Answers queue = Answers.to(
                http,
                get(path("/requests?state=RECEIVED,ASSIGNED,IN_PROGRESS,RESOLVED,CLOSED"))
                        .with(as(administrator)));
        Map<String, String> standing = new TreeMap<>();
        for (Map<String, Object> card : queue.<List<Map<String, Object>>>at("$.items")) {
            standing.put(
                    String.valueOf(card.get("id")),
                    JsonPath.read(card, "$.sector.code") + " " + JsonPath.read(card, "$.team.code"));
        }
        assertThat(standing).hasSize(12);
        return standing;
    }

    private static List<Double> figures(Answers preview, String path) {
        return preview.<List<Number>>at(path).stream().map(Number::doubleValue).toList();
    }

    private String draftWith(String claim) throws Exception {
        String id = start();
        assertThat(edit(id, "claim", claim).status()).isEqualTo(200);
        return id;
    }

    private String start() throws Exception {
        return send(post(path("/sector-drafts")), "{\"name\":\"Soulager\"}").at("$.id");
    }

    private Answers edit(String id, String what, String body) throws Exception {
        return send(post(path("/sector-drafts/" + id + "/" + what)).header("If-Match", "\"1\""), body);
    }

    private Answers preview(String id) throws Exception {
        return Answers.to(http, get(path("/sector-drafts/" + id + "/preview")).with(as(administrator)));
    }

    private Answers send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return Answers.to(http, request.with(as(administrator)).content(body));
    }

    private String report(String category, double longitude) throws Exception {
        return Answers.to(
                        http,
                        post("/" + city.jurisdiction().code() + "/api/requests")
                                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                                .content(
                                        "{\"category\":\"%s\",\"position\":{\"type\":\"Point\",\"coordinates\":[%s,47.05]}}"
                                                .formatted(category, longitude)))
                .at("$.id");
    }

    private String path(String path) {
        return "/" + city.jurisdiction().code() + "/api/desk" + path;
    }
}
