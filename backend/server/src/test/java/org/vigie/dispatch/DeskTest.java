package org.vigie.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

@ServiceTest
class DeskTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    TestCity.City city;
    SignedInAccount dispatcher;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        dispatcher = cities.account(city, Role.DISPATCHER);
    }

    @Test
    void listsOpenRequestsByTheNextPromiseWithTheirTeam() throws Exception {
        report("nid-de-poule", 2.02);
        report("danger", 2.02);

        Answers queue = Answers.to(http, get(desk("/requests")).with(as(dispatcher)));

        assertThat(queue.<List<String>>at("$.items[*].title")).containsExactly("Danger immédiat", "Nid-de-poule");
        assertThat(queue.<List<String>>at("$.items[*].team.code")).containsExactly("U1", "E1");
        assertThat(queue.<Integer>at("$.counts.open")).isEqualTo(2);
        assertThat(queue.<Double>at("$.items[0].ring.left")).isBetween(0.9, 1.0);
    }

    @Test
    void showsPrivateRequestsToStaffOnly() throws Exception {
        report("habitat-indigne", 2.02);

        assertThat(Answers.to(http, get(desk("/requests")).with(as(dispatcher))).<Integer>at("$.total"))
                .isEqualTo(1);
        assertThat(Answers.to(http, get("/" + city.jurisdiction().code() + "/api/requests"))
                        .<Integer>at("$.total"))
                .isZero();
    }

    @Test
    void confirmsTheProposedTeamWithoutAReasonAndMovesTheRequestToAssigned() throws Exception {
        String id = report("nid-de-poule", 2.02);

        Answers assigned = assign(id, "\"1\"", city.west().id(), "");

        assertThat(assigned.status()).isEqualTo(200);
        assertThat(assigned.<String>at("$.state")).isEqualTo("ASSIGNED");
        assertThat(assigned.<String>at("$.assignment.rule")).isEqualTo("SECTOR_AND_CATEGORY");
        assertThat(assigned.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void asksForAReasonWhenARequestChangesHandsAndKeepsIt() throws Exception {
        String id = report("nid-de-poule", 2.02);

        assertThat(assign(id, "\"1\"", city.lighting().id(), " ").problem()).isEqualTo("reason-missing");
        Answers assigned = assign(id, "\"1\"", city.lighting().id(), "E1 est en formation");

        assertThat(assigned.<String>at("$.team.code")).isEqualTo("E3");
        assertThat(assigned.<String>at("$.assignment.reason")).isEqualTo("E1 est en formation");
        assertThat(assigned.<List<String>>at("$.history[*].staffText").toString())
                .contains("E1 est en formation");
    }

    @Test
    void refusesAChangeOnARevisionThatIsNoLongerTheLast() throws Exception {
        String id = report("nid-de-poule", 2.02);
        assign(id, "\"1\"", city.west().id(), "");

        Answers late = assign(id, "\"1\"", city.lighting().id(), "raison");

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.<String>at("$.detail")).contains("Personne DISPATCHER");
    }

    @Test
    void refusesAChangeThatDoesNotSayWhatItRead() throws Exception {
        String id = report("nid-de-poule", 2.02);

        Answers blind = Answers.to(
                http,
                post(desk("/requests/" + id + "/priority")).with(as(dispatcher)).content("{\"priority\":\"HIGH\"}"));

        assertThat(blind.status()).isEqualTo(428);
    }

    @Test
    void followsTheStatedTransitionsOnly() throws Exception {
        String id = report("nid-de-poule", 2.02);

        Answers closed = transition(id, 1, "CLOSED");
        Answers resolved = transition(id, 1, "RESOLVED");
        Answers reopened = transition(id, 2, "REOPENED");

        assertThat(closed.problem()).isEqualTo("transition-not-allowed");
        assertThat(closed.status()).isEqualTo(409);
        assertThat(resolved.<String>at("$.state")).isEqualTo("RESOLVED");
        assertThat(reopened.<String>at("$.state")).isEqualTo("REOPENED");
        assertThat(reopened.<List<String>>at("$.promises[?(@.commitment=='RESOLVE')].metAt"))
                .isEmpty();
    }

    @Test
    void givesAMovedRequestToTheTeamOfItsNewSectorAndSaysWhy() throws Exception {
        String id = report("nid-de-poule", 2.02);

        Answers moved = Answers.to(
                http,
                post(desk("/requests/" + id + "/position"))
                        .with(as(dispatcher))
                        .header("If-Match", "\"1\"")
                        .content(
                                "{\"position\":{\"type\":\"Point\",\"coordinates\":[2.08,47.05]},\"reason\":\"repère mal posé\"}"));

        assertThat(moved.<String>at("$.sector.code")).isEqualTo("E");
        assertThat(moved.<String>at("$.team.code")).isEqualTo("E2");
        assertThat(moved.<String>at("$.job.team.code")).isEqualTo("E2");
        assertThat(moved.text()).contains("repère mal posé");
    }

    @Test
    void keepsNotesAmongStaffAndMessagesBetweenRequesterAndService() throws Exception {
        String id = report("nid-de-poule", 2.02);
        say(id, "notes", "ne pas publier");
        Answers detail = say(id, "messages", "Nous passons demain.");

        assertThat(detail.<List<String>>at("$.messages[*].from")).containsExactly("INTERNAL", "SERVICE");
        String published = Answers.to(http, get("/" + city.jurisdiction().code() + "/api/requests/" + id))
                .text();
        assertThat(published).doesNotContain("ne pas publier").doesNotContain("Nous passons demain");
    }

    @Test
    void findsARequestByItsNumberAndByWhoCalled() throws Exception {
        report("nid-de-poule", 2.02, ",\"contact\":{\"name\":\"Martine Bonnet\",\"phone\":\"06 39 98 12 34\"}");

        assertThat(Answers.to(http, get(desk("/requests?q=bonnet")).with(as(dispatcher)))
                        .<Integer>at("$.total"))
                .isEqualTo(1);
        assertThat(Answers.to(http, get(desk("/callers?phone=%2B33639981234")).with(as(dispatcher)))
                        .<List<String>>at("$.items[*].name"))
                .containsExactly("Martine Bonnet");
    }

    @Test
    void answers404ToIdsOfAnotherJurisdiction() throws Exception {
        String id = report("nid-de-poule", 2.02);
        TestCity.City other = cities.make();
        SignedInAccount stranger = cities.account(other, Role.DISPATCHER);
        String path = "/" + other.jurisdiction().code() + "/api/desk/requests/" + id;

        assertThat(Answers.to(http, get(path).with(as(stranger))).status()).isEqualTo(404);
        assertThat(Answers.to(http, get(desk("/requests/" + id)).with(as(stranger)))
                        .status())
                .isEqualTo(401);
    }

    private String report(String category, double longitude) throws Exception {
        return report(category, longitude, "");
    }

    private String report(String category, double longitude, String more) throws Exception {
        return Answers.to(
                        http,
                        post("/" + city.jurisdiction().code() + "/api/requests")
                                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                                .content(
                                        "{\"category\":\"%s\",\"position\":{\"type\":\"Point\",\"coordinates\":[%s,47.05]}%s}"
                                                .formatted(category, longitude, more)))
                .at("$.id");
    }

    private Answers assign(String id, String revision, UUID team, String reason) throws Exception {
        return Answers.to(
                http,
                post(desk("/requests/" + id + "/assignment"))
                        .with(as(dispatcher))
                        .header("If-Match", revision)
                        .content("{\"teamId\":\"%s\",\"reason\":\"%s\"}".formatted(team, reason)));
    }

    private Answers transition(String id, int revision, String to) throws Exception {
        return Answers.to(
                http,
                post(desk("/requests/" + id + "/transitions"))
                        .with(as(dispatcher))
                        .header("If-Match", "\"" + revision + "\"")
                        .content("{\"to\":\"%s\",\"reason\":\"vérifié\"}".formatted(to)));
    }

    private Answers say(String id, String where, String text) throws Exception {
        return Answers.to(
                http,
                post(desk("/requests/" + id + "/" + where))
                        .with(as(dispatcher))
                        .content("{\"text\":\"" + text + "\"}"));
    }

    private String desk(String path) {
        return "/" + city.jurisdiction().code() + "/api/desk" + path;
    }
}
