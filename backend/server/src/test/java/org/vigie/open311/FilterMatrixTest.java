package org.vigie.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** GET requests, as the row of GeoReport v2 and its extensions have it; the names quote the rules. */
@ServiceTest
class FilterMatrixTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Clients clients;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Door door;
    private Instant now;

    /** A pothole of today, a lamp of ten days ago that is closed since five, a danger of a hundred days ago that changed yesterday. */
    private String pothole;

    private String lamp;
    private String danger;

    @BeforeEach
    void furnish() throws Exception {
        door = Door.of(http, cities, clients, cities.make());
        now = clock.instant();
        pothole = report("nid-de-poule", "47.0500", "2.0200");
        lamp = report("lampadaire", "47.0510", "2.0200");
        danger = report("danger", "47.0900", "2.0900");
        set(pothole, "RECEIVED", now, now, null);
        set(lamp, "CLOSED", before(10), before(2), before(5));
        set(danger, "IN_PROGRESS", before(100), before(1), null);
    }

    private Instant before(int days) {
        return now.minus(Duration.ofDays(days));
    }

    private String report(String service, String lat, String lon) throws Exception {
        return door.send("requests.json", "service_code", service, "lat", lat, "long", lon)
                .at("$[0].service_request_id");
    }

    private void set(String number, String state, Instant received, Instant changed, @Nullable Instant ended) {
        cities.inside(
                door.city().jurisdiction(),
                () -> jdbc.sql("""
                        update request.request set state = :state, received_at = :received, changed_at = :changed, closed_at = :ended,
                            resolved_at = :ended where number = :number
                        """)
                        .param("state", state)
                        .param("received", Timestamp.from(received))
                        .param("changed", Timestamp.from(changed))
                        .param("ended", ended == null ? null : Timestamp.from(ended), java.sql.Types.TIMESTAMP)
                        .param("number", number)
                        .update());
    }

    private List<String> found(String query) throws Exception {
        Answers answer = door.read("requests.json" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.at("$[*].service_request_id");
    }

    private void refused(String query) throws Exception {
        Answers answer = door.read("requests.json" + query);
        assertThat(answer.status()).as(query).isEqualTo(400);
        assertThat(answer.<Integer>at("$[0].code")).isEqualTo(400);
        assertThat(answer.<String>at("$[0].description")).isNotBlank();
    }

    @Test
    void withoutASpanTheLast90DaysNewestFirst() throws Exception {
        assertThat(found("")).containsExactly(pothole, lamp);
    }

    @Test
    void serviceRequestIdIsACommaListAndOverridesAllOthers() throws Exception {
        assertThat(found("?service_request_id=" + lamp + "," + danger + "&status=open&service_code=nid-de-poule"
                        + "&start_date=2020-01-01&end_date=2020-01-02"))
                .containsExactlyInAnyOrder(lamp, danger);
        assertThat(found("?service_request_id=2026-999999")).isEmpty();
    }

    @Test
    void serviceCodeIsACommaList() throws Exception {
        assertThat(found("?service_code=lampadaire")).containsExactly(lamp);
        assertThat(found("?service_code=lampadaire,nid-de-poule")).containsExactly(pothole, lamp);
        assertThat(found("?service_code=licorne")).isEmpty();
    }

    @Test
    void statusIsOpenOrClosedOrBoth() throws Exception {
        assertThat(found("?status=open")).containsExactly(pothole);
        assertThat(found("?status=closed")).containsExactly(lamp);
        assertThat(found("?status=open,closed")).containsExactly(pothole, lamp);
        refused("?status=fixed");
    }

    @Test
    void startDateAndEndDateMayNotSpanMoreThan90Days() throws Exception {
        refused("?start_date=" + before(120) + "&end_date=" + before(20));
        assertThat(found("?start_date=" + before(105) + "&end_date=" + before(15)))
                .containsExactly(danger);
    }

    @Test
    void aStartDateAloneAsksForThe90DaysFromIt() throws Exception {
        assertThat(found("?start_date=" + before(105))).containsExactly(danger);
        assertThat(found("?start_date=" + before(11))).containsExactly(pothole, lamp);
    }

    @Test
    void anEndDateAloneAsksForThe90DaysBeforeIt() throws Exception {
        assertThat(found("?end_date=" + before(11))).containsExactly(danger);
    }

    @Test
    void datesAreDaysOfTheTownOrCarryAZone() throws Exception {
        String day = now.atZone(door.city().jurisdiction().zone()).toLocalDate().toString();
        assertThat(found("?start_date=" + day + "&end_date=" + day)).containsExactly(pothole);
        // A plus sign that was not escaped.
        String zoned = before(11).atOffset(java.time.ZoneOffset.ofHours(1)).toString();
        assertThat(found("?start_date=" + zoned)).containsExactly(pothole, lamp);
        assertThat(found("?start_date=" + zoned.replace("+", "%2B"))).containsExactly(pothole, lamp);
        refused("?start_date=2026-01-01T10:00:00");
        refused("?start_date=hier");
        refused("?end_date=%2B999999999-12-31T00:00:00Z");
    }

    @Test
    void anEmptyParameterEqualsAnAbsentOne() throws Exception {
        assertThat(found("?service_request_id=&service_code=&status=&start_date=&end_date=&page=&bbox=&jurisdiction_id="
                        + "&updated_after=&extensions=&api_key="))
                .containsExactly(pothole, lamp);
    }

    @Test
    void updatedAfterAndBeforeAskForChangesWheneverItCameIn() throws Exception {
        assertThat(found("?updated_after=" + before(3))).containsExactly(pothole, danger);
        assertThat(found("?updated_after=" + before(6) + "&updated_before=" + before(4)))
                .as("the closing date counts when it is closed")
                .containsExactly(lamp);
        assertThat(found("?updated_after=" + before(3) + "&start_date=" + before(20)))
                .containsExactly(pothole);
    }

    @Test
    void bboxIsWestSouthEastNorth() throws Exception {
        assertThat(found("?bbox=2.01,47.04,2.03,47.0505")).containsExactly(pothole);
        assertThat(found("?bbox=2.03,47.04,2.04,47.06")).isEmpty();
        assertThat(found("?bbox=-180,-90,180,90")).containsExactly(pothole, lamp);
        refused("?bbox=2.03,47.04,2.01,47.06");
        refused("?bbox=1,2,3");
        refused("?bbox=a,b,c,d");
        refused("?bbox=0,0,500,0");
    }

    @Test
    void radiusIsInMetresOnTheGround() throws Exception {
        // The lamp is 0.001° north of the pothole: 111.2 m.
        assertThat(found("?lat=47.05&long=2.02&radius=111")).containsExactly(pothole);
        assertThat(found("?lat=47.05&long=2.02&radius=112")).containsExactly(pothole, lamp);
        refused("?lat=47.05&long=2.02");
        refused("?lat=47.05&radius=10");
        refused("?radius=10");
        refused("?lat=47.05&long=2.02&radius=-1");
        assertThat(found("?lat=90&long=2.02&radius=100")).isEmpty();
    }

    @Test
    void pagesAreCountedFromOne() throws Exception {
        assertThat(found("?page_size=1")).containsExactly(pothole);
        assertThat(found("?page=2&page_size=1")).containsExactly(lamp);
        assertThat(found("?page=3&page_size=1")).isEmpty();
        for (String no : List.of("?page=0", "?page_size=0", "?page_size=1001", "?page=x", "?page=99999999999")) {
            refused(no);
        }
    }

    @Test
    void atMost1000AreAnsweredAtATime() throws Exception {
        cities.inside(
                door.city().jurisdiction(),
                () -> jdbc.sql("""
                        insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, channel, location,
                            location_source, placement_rule, service_id, team_id, assignment_rule, received_at, changed_at)
                        select jurisdiction_id, gen_random_uuid(), 'copy-' || n, kind, state, category_id, channel, location, location_source,
                            placement_rule, service_id, team_id, assignment_rule, received_at, changed_at
                        from request.request, generate_series(1, 1200) n where number = :number
                        """).param("number", pothole).update());
        assertThat(found("")).hasSize(1000);
        assertThat(found("?page=2")).hasSize(202);
        long lines = door.read("requests.csv").text().lines().count();
        assertThat(lines).as("the table has all, and its heading").isEqualTo(1 + 1203);
    }

    @Test
    void anotherJurisdictionIdIs404() throws Exception {
        assertThat(door.read("requests.json?jurisdiction_id=atlantis").status()).isEqualTo(404);
        assertThat(found("?jurisdiction_id=" + door.city().jurisdiction().code()))
                .isNotEmpty();
    }

    @Test
    void oneRequestIsAListOfOneAndAnUnknownOneIs404() throws Exception {
        Answers one = door.read("requests/" + lamp + ".json");
        assertThat(one.<List<Map<String, Object>>>at("$")).hasSize(1);
        assertThat(one.<String>at("$[0].status")).isEqualTo("closed");
        assertThat(Instant.parse(java.time.OffsetDateTime.parse(one.<String>at("$[0].updated_datetime"))
                        .toInstant()
                        .toString()))
                .as("the closing date when it is closed")
                .isEqualTo(before(5).truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        Answers none = door.read("requests/2026-999999.json");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.<Integer>at("$[0].code")).isEqualTo(404);
    }

    @Test
    void theExpectedDateIsThePromiseWhileItIsOpen() throws Exception {
        assertThat(door.read("requests/" + pothole + ".json").<String>at("$[0].expected_datetime"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+]0[12]:00");
        assertThat(door.read("requests/" + lamp + ".json").<Object>at("$[0].expected_datetime"))
                .isNull();
    }

    @Test
    void extensionsTellWhatHappened() throws Exception {
        Answers plain = door.read("requests/" + pothole + ".json");
        assertThat(plain.<Map<String, Object>>at("$[0]")).doesNotContainKeys("extended_attributes", "notes");
        Answers extended = door.read("requests/" + pothole + ".json?extensions=true");
        assertThat(extended.<String>at("$[0].extended_attributes.detailed_status"))
                .isEqualTo("RECEIVED");
        assertThat(extended.<String>at("$[0].extended_attributes.group")).isEqualTo("Voirie");
        assertThat(extended.<List<String>>at("$[0].notes[*].type")).contains("RECEIVED");
        refused("?extensions=perhaps");
    }

    @Test
    void theTableHasTheColumnsOfTheProposalAndNoFormula() throws Exception {
        door.report("description", "=cmd|' /C calc'!A0");
        List<String> lines = door.read("requests.csv").text().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo(
                        "service_request_id,requested_datetime,updated_datetime,closed_date,status_description,status_notes,source,"
                                + "service_name,service_subtype,description,agency_responsible,address,lat,long");
        assertThat(lines).hasSize(5).anyMatch(line -> line.contains(",'=cmd|' /C calc'!A0,"));
        assertThat(door.read("requests.csv?status=closed").text().lines()).hasSize(2);
    }

    @Test
    void servicesAtAPointAndCoverageSayWhatHoldsThere() throws Exception {
        assertThat(door.read("services.json?lat=47.05&long=2.02").<List<String>>at("$[*].service_code"))
                .contains("nid-de-poule");
        assertThat(door.read("services.json?lat=47.05").status()).isEqualTo(400);
        assertThat(door.read("coverage.json?lat=47.05&long=2.02").<Boolean>at("$.result"))
                .isTrue();
        assertThat(door.read("coverage.json?lat=48.05&long=2.02").<Boolean>at("$.result"))
                .isFalse();
        assertThat(door.read("coverage.xml?lat=47.05&long=2.02").text())
                .endsWith("<coverage><result>true</result></coverage>");
        assertThat(door.read("coverage.json").status()).isEqualTo(400);
    }

    @Test
    void whatIsNotThereIs404InTheFormThatWasAskedFor() throws Exception {
        assertThat(door.read("unicorns.json").<Integer>at("$[0].code")).isEqualTo(404);
        assertThat(door.read("services.yaml").text()).contains("<errors><error><code>404</code>");
        assertThat(door.read("services/licorne.json").<Integer>at("$[0].code")).isEqualTo(404);
        assertThat(door.read("tokens/x.xml").text()).contains("<code>404</code>");
        Answers method = door.send("services.json", "a", "b");
        assertThat(method.status()).isEqualTo(400);
        assertThat(method.<Integer>at("$[0].code")).isEqualTo(400);
        Answers town = Answers.sent(
                http,
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                        "/atlantis/open311/v2/services.json"));
        assertThat(town.status()).isEqualTo(404);
        assertThat(town.<Integer>at("$[0].code")).isEqualTo(404);
    }
}
