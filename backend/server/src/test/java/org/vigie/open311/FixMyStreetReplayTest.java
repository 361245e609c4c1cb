package org.vigie.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/**
 * What FixMyStreet does with a council's endpoint, in its order: services, the definition of each that has metadata, the report with
 * its own id if the definition asks for it (its number, or a token that it polls), its residents' updates, the town's updates.
 */
@ServiceTest
class FixMyStreetReplayTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Clients clients;

    @Autowired
    JdbcClient jdbc;

    private Door door;

    @BeforeEach
    void open() {
        door = Door.of(http, cities, clients, cities.make());
    }

    private String xml(String below) throws Exception {
        Answers answer = door.read(below);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private static List<String> all(String xml, String element) {
        Matcher found =
                Pattern.compile("<" + element + ">([^<]*)</" + element + ">").matcher(xml);
        List<String> texts = new ArrayList<>();
        while (found.find()) {
            texts.add(found.group(1));
        }
        return texts;
    }

    /** Sends the report as FixMyStreet does, and finds out its number as FixMyStreet does. */
    private String send(String service, String ownId) throws Exception {
        String services = xml("services.xml");
        assertThat(all(services, "service_code")).contains(service);
        String definition = xml("services/" + service + ".xml");
        assertThat(all(definition, "code")).contains("fixmystreet_id");
        String answer = door.send(
                        "requests.xml",
                        "service_code",
                        service,
                        "lat",
                        "47.05",
                        "long",
                        "2.02",
                        "email",
                        "resident@example.org",
                        "first_name",
                        "Rose",
                        "last_name",
                        "Martin",
                        "description",
                        "Trou profond",
                        "attribute[fixmystreet_id]",
                        ownId)
                .text();
        List<String> number = all(answer, "service_request_id");
        return number.isEmpty()
                ? all(xml("tokens/" + all(answer, "token").getFirst() + ".xml"), "service_request_id")
                        .getFirst()
                : number.getFirst();
    }

    private String update(String number, String ownId, String status, String text) throws Exception {
        String answer = door.send(
                        "servicerequestupdates.xml",
                        "service_request_id",
                        number,
                        "update_id",
                        ownId,
                        "status",
                        status,
                        "updated_datetime",
                        "2026-11-22T10:00:00+01:00",
                        "description",
                        text,
                        "first_name",
                        "Rose")
                .text();
        return all(answer, "update_id").getFirst();
    }

    private List<String> updates() throws Exception {
        String feed = xml("servicerequestupdates.xml?api_key=" + door.key() + "&start_date=2020-01-01T00:00:00Z");
        List<String> numbers = all(feed, "service_request_id");
        List<String> states = all(feed, "status");
        List<String> told = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            told.add(numbers.get(i) + " " + states.get(i));
        }
        return told;
    }

    private void act(String number, String body) throws Exception {
        SignedInAccount dispatcher = cities.account(door.city(), Role.DISPATCHER);
        String id = cities.inside(
                door.city().jurisdiction(),
                () -> jdbc.sql("select request_id::text from request.request where number = :n")
                        .param("n", number)
                        .query(String.class)
                        .single());
        String desk = "/" + door.city().jurisdiction().code() + "/api/desk/requests/" + id;
        Answers answer = Answers.to(
                http,
                post(desk + "/transitions")
                        .with(as(dispatcher))
                        .header(
                                "If-Match",
                                Answers.to(http, get(desk).with(as(dispatcher))).header("ETag"))
                        .content(body));
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
    }

    private long count(String table) {
        return cities.inside(
                door.city().jurisdiction(),
                () -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }

    @Test
    void itsWholeConversationTwiceMakesNothingTwice() throws Exception {
        String first = send("nid-de-poule", "4711");
        String heard = update(first, "c1", "OPEN", "Toujours là, et plus grand.");
        String hidden = send("habitat-indigne", "4712");
        long entries = count("request.history");

        assertThat(send("nid-de-poule", "4711")).isEqualTo(first);
        assertThat(update(first, "c1", "OPEN", "Toujours là, et plus grand.")).isEqualTo(heard);
        assertThat(send("habitat-indigne", "4712")).isEqualTo(hidden);

        assertThat(count("request.request")).isEqualTo(2);
        assertThat(count("request.history")).isEqualTo(entries);
        assertThat(count("open311.client_update")).isEqualTo(1);
    }

    @Test
    void itHearsWhatTheTownDoesOfPublishedOnesWithWordsAndOfItsOwnOthersTheStateAlone() throws Exception {
        String open = send("nid-de-poule", "1");
        String refused = send("nid-de-poule", "2");
        String hidden = send("habitat-indigne", "3");
        act(open, "{\"to\":\"RESOLVED\",\"reason\":\"Canari\",\"publicText\":\"Rebouché\"}");
        act(refused, "{\"to\":\"REJECTED\",\"reason\":\"x\",\"publicText\":\"Propriété de Mme Canari\"}");
        act(hidden, "{\"to\":\"RESOLVED\",\"reason\":\"x\",\"publicText\":\"Logement de Mme Canari visité\"}");

        assertThat(updates()).contains(open + " fixed", refused + " no_further_action", hidden + " fixed");
        String feed = xml("servicerequestupdates.xml?api_key=" + door.key());
        assertThat(feed).contains("Rebouché").doesNotContain("Canari");
        assertThat(xml("servicerequestupdates.xml"))
                .as("without the key")
                .contains(open)
                .doesNotContain(hidden)
                .doesNotContain(refused);
        Door another = Door.of(http, cities, clients, door.city());
        assertThat(another.read("servicerequestupdates.xml?api_key=" + another.key())
                        .text())
                .doesNotContain(hidden)
                .doesNotContain(refused);
        assertThat(door.read("servicerequestupdates.xml?api_key=nobodys").status())
                .isEqualTo(403);
        assertThat(xml("servicerequestupdates.xml?start_date=2020-01-01&end_date=2020-02-01"))
                .doesNotContain(open);
    }

    @Test
    void whatItsResidentsSayIsHeardByTheServiceAndChangesNoState() throws Exception {
        String number = send("nid-de-poule", "1");
        update(number, "c1", "fixed", "C’est réparé, merci.");
        List<String> heard = cities.inside(
                door.city().jurisdiction(),
                () -> jdbc.sql("""
                        select h.staff_text from request.history h where h.entry = 'MESSAGE'
                        """).query(String.class).list());
        assertThat(heard).hasSize(1).first().asString().contains("C’est réparé, merci.", "FixMyStreet", "fixed");
        assertThat(door.read("requests/" + number + ".json").<String>at("$[0].status"))
                .isEqualTo("open");
        assertThat(xml("requests/" + number + ".xml?extensions=true")).doesNotContain("merci");
    }

    @Test
    void anUpdateNeedsAKeyAnIdAndARequestOfItsOwn() throws Exception {
        String number = send("nid-de-poule", "1");
        assertThat(door.sendForm("servicerequestupdates.json", "service_request_id=" + number + "&update_id=1")
                        .status())
                .isEqualTo(403);
        assertThat(door.send("servicerequestupdates.json", "service_request_id", number, "description", "x")
                        .status())
                .isEqualTo(400);
        assertThat(door.send("servicerequestupdates.json", "update_id", "1", "description", "x")
                        .status())
                .isEqualTo(400);
        assertThat(door.send(
                                "servicerequestupdates.json",
                                "update_id",
                                "1",
                                "service_request_id",
                                number,
                                "updated_datetime",
                                "2026-11-22T10:00:00")
                        .status())
                .isEqualTo(400);
        Door another = Door.of(http, cities, clients, door.city());
        assertThat(another.send("servicerequestupdates.json", "update_id", "1", "service_request_id", number)
                        .status())
                .isEqualTo(404);
    }
}
