package org.vigie.dispatch.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

@ServiceTest
class PlaceSheetTest {

    private static final String PLACE = "?lon=2.02&lat=47.05";
    /** At 47° N, a degree of longitude is 76.1 km. */
    private static final double METRE_EAST_DEGREES = 1 / 76_100.0;

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    JdbcClient jdbc;

    private TestCity.City city;
    private SignedInAccount dispatcher;

    @BeforeEach
    void make() {
        city = cities.make();
        dispatcher = cities.account(city, Role.DISPATCHER);
    }

    @Test
    void tellsSectorVersionReasonAndTheTeamThatServesThere() throws Exception {
        Answers sheet = sheet(PLACE);

        assertThat(sheet.<Boolean>at("$.inside")).isTrue();
        assertThat(sheet.<String>at("$.sector.code")).isEqualTo("W");
        assertThat(sheet.<Integer>at("$.sector.version")).isOne();
        assertThat(sheet.<String>at("$.why")).isNotBlank();
        assertThat(sheet.<String>at("$.defaultTeam.code")).isNotBlank();
    }

    @Test
    void countsWhatIsOpenAndWhatWasSettledWithinTheMetresAskedFor() throws Exception {
        report(2.02);
        String settled = report(2.02 + 20 * METRE_EAST_DEGREES);
        report(2.02 + 40 * METRE_EAST_DEGREES);
        change(
                "update request.request set state = 'REJECTED', closed_at = received_at where request_id = :id",
                UUID.fromString(settled));

        Answers near = sheet(PLACE);
        assertThat(near.<Integer>at("$.count.open")).isOne();
        assertThat(near.<Integer>at("$.count.settled")).isOne();
        assertThat(near.<List<String>>at("$.items[*].id")).hasSize(2).contains(settled);
        assertThat(sheet(PLACE + "&metres=60").<Integer>at("$.count.open")).isEqualTo(2);
    }

    @Test
    void namesTheThingsOfTheCityNearestFirst() throws Exception {
        asset("lamp", "L-2", 2.02 + 25 * METRE_EAST_DEGREES);
        asset("bin", "B-1", 2.02 + 5 * METRE_EAST_DEGREES);
        asset("lamp", "L-9", 2.02 + 90 * METRE_EAST_DEGREES);

        Answers sheet = sheet(PLACE);
        assertThat(sheet.<List<String>>at("$.assets[*].code")).containsExactly("B-1", "L-2");
        assertThat(sheet.<Double>at("$.assets[0].distanceMetres")).isBetween(4.9, 5.1);
    }

    @Test
    void tellsTheWorksThatGoOnOrArePlannedOnTheGroundsItLiesOnWithTheirDates() throws Exception {
        ground("quai", "Quai Neuf", 2.015, 2.025);
        ground("halle", "La halle", 2.06, 2.07);
        works("quai", "Le quai est refait.", "-1 day", "5 days");
        works("quai", "Le pont est fermé.", "10 days", "12 days");
        works("quai", "C'est passé.", "-9 days", "-2 days");
        works("halle", "Ailleurs.", "-1 day", "5 days");
        works(null, "Dans toute la ville.", "-1 day", "5 days");

        Answers sheet = sheet(PLACE);
        assertThat(sheet.<List<String>>at("$.works[*].text"))
                .containsExactly("Le quai est refait.", "Le pont est fermé.");
        assertThat(sheet.<List<String>>at("$.works[*].ground")).containsExactly("Quai Neuf", "Quai Neuf");
        assertThat(sheet.<List<Boolean>>at("$.works[*].current")).containsExactly(true, false);
        assertThat(sheet.<String>at("$.works[0].startsAt")).isLessThan(sheet.at("$.works[0].endsAt"));
        assertThat(Answers.to(
                                http,
                                get("/" + city.jurisdiction().code() + "/api/desk/place" + PLACE)
                                        .header("Accept-Language", "en")
                                        .with(as(dispatcher)))
                        .<String>at("$.works[0].text"))
                .isEqualTo("in English: Le quai est refait.");
    }

    private void ground(String code, String name, double west, double east) {
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("""
                        insert into catalogue.ground (jurisdiction_id, ground_id, code, name, polygon)
                        values (access.current_jurisdiction(), :id, :code, :name, st_multi(st_makeenvelope(:west, 47.04, :east, 47.06, 4326)))
                        """)
                        .param("id", Ids.next())
                        .param("code", code)
                        .param("name", name)
                        .param("west", west)
                        .param("east", east)
                        .update());
    }

    private void works(@Nullable String ground, String text, String from, String until) {
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("""
                        with added as (
                            insert into catalogue.stop_message (jurisdiction_id, stop_message_id, text, refuses, ground_id, starts_at, ends_at)
                            values (access.current_jurisdiction(), :id, :text, false, (select ground_id from catalogue.ground where code = :ground),
                                now() + cast(:from as interval), now() + cast(:until as interval))
                            returning *)
                        insert into catalogue.stop_message_translation (jurisdiction_id, stop_message_id, language, text)
                        select jurisdiction_id, stop_message_id, 'en', 'in English: ' || text from added
                        """)
                        .param("id", Ids.next())
                        .param("text", text)
                        .param("ground", ground)
                        .param("from", from)
                        .param("until", until)
                        .update());
    }

    @Test
    void aPlaceOutsideTheTownSaysSo() throws Exception {
        Answers sheet = sheet("?lon=3&lat=47.05");
        assertThat(sheet.<Boolean>at("$.inside")).isFalse();
        assertThat(sheet.<String>at("$.why")).isNotBlank();
    }

    @Test
    void aDistanceOutOfRangeIsRefusedWithTheRange() throws Exception {
        for (String metres : List.of("0", "501", "NaN")) {
            Answers refusal = sheet(PLACE + "&metres=" + metres);
            assertThat(refusal.status()).as(metres).isEqualTo(400);
            assertThat(refusal.<String>at("$.detail")).contains("500");
        }
    }

    private Answers sheet(String query) throws Exception {
        return Answers.to(
                http,
                get("/" + city.jurisdiction().code() + "/api/desk/place" + query)
                        .with(as(dispatcher)));
    }

    private String report(double longitude) throws Exception {
        return Answers.to(
                        http,
                        post("/" + city.jurisdiction().code() + "/api/requests")
                                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                                .content("""
                                        {"category":"nid-de-poule","description":"Trou","photos":[],"publishPhotos":false,
                                         "position":{"type":"Point","coordinates":[%s,47.05]}}
                                        """.formatted(longitude)))
                .at("$.id");
    }

    private void asset(String kind, String code, double longitude) {
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("""
                        insert into territory.asset (jurisdiction_id, asset_id, kind, code, location)
                        values (access.current_jurisdiction(), :id, :kind, :code, st_setsrid(st_makepoint(:longitude, 47.05), 4326))
                        """)
                        .param("id", Ids.next())
                        .param("kind", kind)
                        .param("code", code)
                        .param("longitude", longitude)
                        .update());
    }

    private void change(String sql, UUID id) {
        cities.inside(city.jurisdiction(), () -> jdbc.sql(sql).param("id", id).update());
    }
}
