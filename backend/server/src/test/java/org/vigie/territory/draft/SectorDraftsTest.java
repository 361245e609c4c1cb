package org.vigie.territory.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.geo.Wgs84Point;
import org.vigie.territory.SectorLocator;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Drafts over HTTP: a city of two sectors, W and E, with the common edge at 2.05° E. */
@ServiceTest
class SectorDraftsTest {

    /** A strip of E, 0.01° wide, from the south to the north. */
    private static final String STRIP =
            "{\"code\":\"W\",\"ground\":{\"type\":\"Polygon\",\"coordinates\":[[[2.05,47.0],[2.06,47.0],[2.06,47.1],[2.05,47.1],[2.05,47.0]]]}}";

    private static final String CUT =
            "{\"code\":\"E\",\"name\":\"Nord-Est\",\"line\":{\"type\":\"LineString\",\"coordinates\":[[2.04,47.07],[2.11,47.07]]}}";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SectorLocator locator;

    @Autowired
    Clock clock;

    TestCity.City city;
    SignedInAccount administrator;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        administrator = cities.account(city, Role.ADMINISTRATOR);
    }

    @Test
    void aDraftBeginsAsTheNewestVersion() throws Exception {
        Answers draft = start();

        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.header("ETag")).isEqualTo("\"1\"");
        assertThat(draft.<List<String>>at("$.sectors[*].name")).containsExactly("Est", "Ouest");
        assertThat(draft.<Integer>at("$.version.number")).isEqualTo(1);
        assertThat(draft.<List<?>>at("$.changes")).isEmpty();
        assertThat(draft.<Boolean>at("$.checks.partition")).isTrue();
        assertThat(list().<List<String>>at("$.drafts[*].name")).containsExactly("Soulager");
        assertThat(list().<List<Integer>>at("$.drafts[*].number")).containsExactly(2);
    }

    @Test
    void claimedGroundIsToldWithWhereItComesFrom() throws Exception {
        Answers edited = edit(start().at("$.id"), 1, "claim", STRIP);

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.header("ETag")).isEqualTo("\"2\"");
        assertThat(edited.<List<String>>at("$.changes[*].from")).containsExactly("E");
        assertThat(edited.<List<String>>at("$.changes[*].to")).containsExactly("W");
        assertThat(edited.<List<String>>at("$.steps[*].about")).containsExactly("Ouest");
        assertThat(edited.<Boolean>at("$.checks.partition")).isTrue();
    }

    @Test
    void everyEditCanBeUndoneAndRedone() throws Exception {
        String id = start().at("$.id");
        String before = Answers.to(http, get(path(id)).with(as(administrator)))
                .<List<?>>at("$.sectors")
                .toString();
        edit(id, 1, "claim", STRIP);
        edit(id, 2, "split", CUT);
        edit(id, 3, "name", "{\"code\":\"E-2\",\"name\":\"Haut-Est\"}");
        edit(
                id,
                4,
                "point",
                "{\"from\":{\"type\":\"Point\",\"coordinates\":[2.06,47.05]},\"to\":{\"type\":\"Point\",\"coordinates\":[2.065,47.05]}}");
        String after = edit(id, 5, "merge", "{\"codes\":[\"E\",\"E-2\"]}")
                .<List<?>>at("$.sectors")
                .toString();
        for (int revision = 6; revision < 11; revision++) {
            assertThat(edit(id, revision, "undo", "").status()).isEqualTo(200);
        }

        assertThat(Answers.to(http, get(path(id)).with(as(administrator)))
                        .<List<?>>at("$.sectors")
                        .toString())
                .isEqualTo(before);
        assertThat(edit(id, 11, "undo", "").problem()).isEqualTo("nothing-to-undo");
        for (int revision = 11; revision < 16; revision++) {
            assertThat(edit(id, revision, "redo", "").status()).isEqualTo(200);
        }
        assertThat(edit(id, 16, "redo", "").problem()).isEqualTo("nothing-to-redo");
        assertThat(Answers.to(http, get(path(id)).with(as(administrator)))
                        .<List<?>>at("$.sectors")
                        .toString())
                .isEqualTo(after);
    }

    @Test
    void aNewEditForgetsWhatWasUndone() throws Exception {
        String id = start().at("$.id");
        edit(id, 1, "claim", STRIP);
        edit(id, 2, "undo", "");

        Answers edited = edit(id, 3, "split", CUT);

        assertThat(edited.<List<String>>at("$.steps[*].kind")).containsExactly("SPLIT");
        assertThat(edited.<Integer>at("$.lastStep")).isEqualTo(1);
    }

    @Test
    void whoEditsWhatAnotherHasChangedIsToldByWhom() throws Exception {
        String id = start().at("$.id");
        SignedInAccount colleague = cities.account(city, Role.ADMINISTRATOR);
        Answers.to(
                http,
                post(path(id) + "/claim")
                        .with(as(colleague))
                        .header("If-Match", "\"1\"")
                        .content(STRIP));

        Answers late = edit(id, 1, "split", CUT);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.problem()).isEqualTo("draft-changed-meanwhile");
        assertThat(late.<String>at("$.detail")).contains(colleague.name());
        assertThat(Answers.to(
                                http,
                                post(path(id) + "/split")
                                        .with(as(administrator))
                                        .content(CUT))
                        .status())
                .isEqualTo(428);
    }

    @Test
    void publishingMakesTheNextVersionWhichTheLookupFollows() throws Exception {
        String id = start().at("$.id");
        assertThat(publish(id, 1, null).problem()).isEqualTo("draft-without-change");
        edit(id, 1, "claim", STRIP);
        assertThat(sectorAt(2.055)).isEqualTo("E");

        Answers version = publish(id, 2, null);

        assertThat(version.status()).isEqualTo(200);
        assertThat(version.<Integer>at("$.number")).isEqualTo(2);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(sectorAt(2.055)).isEqualTo("W"));
        assertThat(list().<List<?>>at("$.drafts")).isEmpty();
        assertThat(edit(id, 3, "undo", "").problem()).isEqualTo("draft-closed");
    }

    @Test
    void aVersionOfTomorrowHoldsFromTomorrowAndNoneBeginsBeforeIt() throws Exception {
        String other = start().at("$.id");
        String id = start().at("$.id");
        edit(id, 1, "claim", STRIP);
        edit(other, 1, "split", CUT);

        assertThat(publish(id, 2, Duration.ofDays(-1)).problem()).isEqualTo("holds-from-past");
        assertThat(publish(id, 2, Duration.ofDays(1)).<Integer>at("$.number")).isEqualTo(2);

        assertThat(sectorAt(2.055)).isEqualTo("E");
        Answers outdated = publish(other, 2, null);
        assertThat(outdated.status()).isEqualTo(409);
        assertThat(outdated.problem()).isEqualTo("draft-outdated");
        String next = start().at("$.id");
        edit(next, 1, "split", CUT);
        assertThat(publish(next, 2, null).problem()).isEqualTo("holds-from-before");
        assertThat(publish(next, 2, Duration.ofDays(2)).status()).isEqualTo(200);
    }

    @Test
    void aSectorThatIsCutOffIsServedByTheTeamsOfTheOneItWasPartOf() throws Exception {
        String id = start().at("$.id");
        edit(id, 1, "split", CUT);
        assertThat(publish(id, 2, null).status()).isEqualTo(200);

        assertThat(cities.inside(
                        city.jurisdiction(),
                        () -> jdbc.sql("""
                                select t.code from team.coverage c join team.team t using (jurisdiction_id, team_id)
                                join territory.sector s using (jurisdiction_id, sector_id) where s.code = 'E-2'
                                """).query(String.class).list()))
                .containsExactly("E2");
    }

    @Test
    void aFileWithAnOverlapStaysOutUntilItIsSettled() throws Exception {
        String id = start().at("$.id");
        String file = """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"code":"W","name":"Ouest"},"geometry":{"type":"Polygon","coordinates":[[[2,47],[2.06,47],[2.06,47.1],[2,47.1],[2,47]]]}},
                {"type":"Feature","properties":{"code":"N","name":"Neuf"},"geometry":{"type":"Polygon","coordinates":[[[2.05,47],[2.1,47],[2.1,47.1],[2.05,47.1],[2.05,47]]]}}]}
                """;

        Answers kept = edit(id, 1, "import", file);
        assertThat(kept.<Boolean>at("$.applied")).isFalse();
        assertThat(kept.<List<String>>at("$.findings[*].kind")).contains("OVERLAP");
        assertThat(kept.<Integer>at("$.draft.revision")).isEqualTo(1);

        Answers settled = edit(id, 1, "import?settle=FIRST", file);
        assertThat(settled.<Boolean>at("$.applied")).isTrue();
        assertThat(settled.<List<String>>at("$.draft.sectors[*].code")).containsExactly("N", "W");
        assertThat(settled.<Boolean>at("$.draft.checks.partition")).isTrue();
        assertThat(edit(id, 2, "import", "nonsense").problem()).isEqualTo("file-not-geojson");
    }

    @Test
    void aDiscardedDraftIsListedNoMore() throws Exception {
        String id = start().at("$.id");

        Answers gone = Answers.to(http, delete(path(id)).with(as(administrator)).header("If-Match", "\"1\""));

        assertThat(gone.status()).isEqualTo(204);
        assertThat(list().<List<?>>at("$.drafts")).isEmpty();
    }

    @Test
    void draftsOfAnotherJurisdictionAreNotThere() throws Exception {
        String id = start().at("$.id");
        TestCity.City other = cities.make();
        SignedInAccount stranger = cities.account(other, Role.ADMINISTRATOR);
        String theirs = "/" + other.jurisdiction().code() + "/api/desk/sector-drafts/" + id;

        assertThat(Answers.to(http, get(theirs).with(as(stranger))).status()).isEqualTo(404);
        assertThat(Answers.to(
                                http,
                                post(theirs + "/claim")
                                        .with(as(stranger))
                                        .header("If-Match", "\"1\"")
                                        .content(STRIP))
                        .status())
                .isEqualTo(404);
    }

    private Answers start() throws Exception {
        return Answers.to(
                http,
                post("/" + city.jurisdiction().code() + "/api/desk/sector-drafts")
                        .with(as(administrator))
                        .content("{\"name\":\"Soulager\"}"));
    }

    private Answers list() throws Exception {
        return Answers.to(
                http,
                get("/" + city.jurisdiction().code() + "/api/desk/sector-drafts")
                        .with(as(administrator)));
    }

    private Answers edit(String id, int revision, String what, String body) throws Exception {
        return Answers.to(
                http,
                post(path(id) + "/" + what)
                        .with(as(administrator))
                        .header("If-Match", "\"" + revision + "\"")
                        .content(body));
    }

    private Answers publish(String id, int revision, @org.jspecify.annotations.Nullable Duration in) throws Exception {
        String from = in == null ? "" : ",\"from\":\"" + clock.instant().plus(in) + "\"";
        return edit(id, revision, "publication", "{\"reason\":\"mieux répartir\"" + from + "}");
    }

    private String sectorAt(double longitude) {
        return CurrentJurisdiction.inside(
                city.jurisdiction(),
                () -> locator.locate(new Wgs84Point(longitude, 47.02))
                        .sector()
                        .orElseThrow()
                        .code());
    }

    private String path(String id) {
        return "/" + city.jurisdiction().code() + "/api/desk/sector-drafts/" + id;
    }
}
