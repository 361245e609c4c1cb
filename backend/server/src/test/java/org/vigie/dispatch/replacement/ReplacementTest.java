package org.vigie.dispatch.replacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.territory.ImportReport;
import org.vigie.territory.SectorImport;
import org.vigie.territory.SourceFile;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Sectors W and E share the meridian 2.05; what lies between there and 2.07 goes from E to W. */
@ServiceTest
class ReplacementTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    SectorImport imports;

    @Autowired
    Replacement replacement;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private TestCity.City city;
    private SignedInAccount dispatcher;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        dispatcher = cities.account(city, Role.DISPATCHER);
    }

    @Test
    void openRequestsFollowTheirSectorWithTeamJobAndReason() throws Exception {
        String stays = report(2.02);
        String moves = report(2.06);
        assertThat(detail(moves).<String>at("$.team.code")).isEqualTo("E2");

        publish(2.07);
        awaitSector(moves, "W");

        Answers moved = detail(moves);
        assertThat(moved.<String>at("$.team.code")).isEqualTo("E1");
        assertThat(moved.<String>at("$.job.team.code")).isEqualTo("E1");
        assertThat(moved.<List<String>>at("$.history[*].staffText").toString())
                .contains("Nouveaux secteurs (version 2) : Ouest. Revient à E1, Voirie Ouest");
        assertThat(detail(stays).<List<String>>at("$.history[*].staffText").toString())
                .doesNotContain("Nouveaux secteurs");
    }

    @Test
    void anOfferThatNobodyHasAcceptedGoesOnToTheOtherTeam() throws Exception {
        String id = report(2.06);
        String job = detail(id).at("$.job.id");

        publish(2.07);
        awaitSector(id, "W");

        assertThat(detail(id).<String>at("$.job.id")).isEqualTo(job);
        assertThat(jobs(id)).containsExactly("E1 OFFERED");
    }

    @Test
    void whatATeamHasAcceptedIsTakenBackAndOfferedToTheOther() throws Exception {
        String id = report(2.06);
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql(
                                "update intervention.job set step = 'ACCEPTED', accepted_at = now() where request_id = :id")
                        .param("id", UUID.fromString(id))
                        .update());

        publish(2.07);
        awaitSector(id, "W");

        assertThat(jobs(id)).containsExactlyInAnyOrder("E2 WITHDRAWN", "E1 OFFERED");
    }

    @Test
    void whatTakesSeveralPortionsIsPlacedWholeAndToldOnce() throws Exception {
        List<String> moved = List.of(report(2.051), report(2.055), report(2.06), report(2.065), report(2.069));
        report(2.02);
        publish(2.07, Instant.now().plusSeconds(3_600));

        assertThat(CurrentJurisdiction.inside(city.jurisdiction(), () -> replacement.run(newestVersion(), 2)))
                .isEqualTo(5);

        for (String id : moved) {
            assertThat(detail(id).<String>at("$.sector.code")).isEqualTo("W");
            assertThat(jobs(id)).containsExactly("E1 OFFERED");
        }
        assertThat(single("select count(*)::text from request.history where entry = 'MOVED'"))
                .isEqualTo("5");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> single(
                                "select string_agg(change, ' ') from dispatch.live_event where change in ('MOVED', 'RELOAD')")
                        .equals("RELOAD"));
    }

    @Test
    void aTeamThatADispatcherChoseStays() throws Exception {
        String id = report(2.06);
        Answers.to(
                http,
                post(desk(id) + "/assignment")
                        .with(as(dispatcher))
                        .header("If-Match", "\"1\"")
                        .content("{\"teamId\":\"%s\",\"reason\":\"elle connaît l’endroit\"}"
                                .formatted(city.lighting().id())));

        publish(2.07);
        awaitSector(id, "W");

        assertThat(detail(id).<String>at("$.team.code")).isEqualTo("E3");
        assertThat(detail(id).<List<String>>at("$.history[*].staffText"))
                .contains("Nouveaux secteurs (version 2) : Ouest. L’équipe reste la même");
    }

    @Test
    void aTeamThatARuleChoseStays() throws Exception {
        String id = report(2.06);
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql(
                                "update request.request set assignment_rule = 'RULE', team_id = :team where request_id = :id")
                        .param("team", city.lighting().id())
                        .param("id", UUID.fromString(id))
                        .update());

        publish(2.07);
        awaitSector(id, "W");

        assertThat(detail(id).<String>at("$.team.code")).isEqualTo("E3");
        assertThat(detail(id).<String>at("$.assignment.rule")).isEqualTo("RULE");
    }

    @Test
    void whatIsClosedNeverMoves() throws Exception {
        String open = report(2.065);
        String closed = report(2.06);
        Answers.to(
                http,
                post(desk(closed) + "/transitions")
                        .with(as(dispatcher))
                        .header("If-Match", "\"1\"")
                        .content("{\"to\":\"RESOLVED\",\"reason\":\"fait\"}"));
        publish(2.07);
        awaitSector(open, "W");

        assertThat(detail(closed).<String>at("$.sector.code")).isEqualTo("E");
    }

    @Test
    void figuresByTheBoundariesOfTheDayStayAsTheyWereAndTodaysFollow() throws Exception {
        String open = report(2.065);
        String closed = report(2.06);
        report(2.09);
        Answers.to(
                http,
                post(desk(closed) + "/transitions")
                        .with(as(dispatcher))
                        .header("If-Match", "\"1\"")
                        .content("{\"to\":\"RESOLVED\",\"reason\":\"fait\"}"));
        assertThat(figures("DAY")).containsExactly("E 3 1");
        assertThat(figures("TODAY")).containsExactly("E 3 1");

        publish(2.07);
        awaitSector(open, "W");

        assertThat(figures("DAY")).containsExactly("E 3 1");
        assertThat(figures("TODAY")).containsExactly("E 1 0", "W 2 1");
    }

    /** Ten metres east of the edge, given to the west by whoever reported. */
    @Test
    void aSectorThatAPersonChoseKeepsTheRequestWhileItIsBeside() throws Exception {
        String id = report(2.05013);
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("""
                        update request.request r
                        set sector_id = s.sector_id, placement_rule = 'CHOSEN', team_id = t.team_id, assignment_rule = 'SECTOR_AND_CATEGORY'
                        from territory.sector s, team.team t
                        where s.code = 'W' and t.code = 'E1' and r.request_id = :id
                        """).param("id", UUID.fromString(id)).update());

        publish(2.05001);
        assertThat(CurrentJurisdiction.inside(city.jurisdiction(), () -> replacement.run(newestVersion())))
                .isZero();
        assertThat(detail(id).<String>at("$.sector.code")).isEqualTo("W");

        publish(2.04);
        awaitSector(id, "E");
    }

    @Test
    void whatFollowedOnceDoesNotFollowTwice() throws Exception {
        String id = report(2.06);
        publish(2.07);
        awaitSector(id, "W");
        UUID version = newestVersion();

        assertThat(CurrentJurisdiction.inside(city.jurisdiction(), () -> replacement.run(version)))
                .isZero();
        assertThat(detail(id).<List<String>>at("$.history[?(@.entry=='MOVED')].entry"))
                .hasSize(1);
    }

    @Test
    void aProcessWhoseClockIsBehindLetsNothingPass() throws Exception {
        String id = report(2.06);
        publish(2.07, Instant.now().plusSeconds(3_600));
        UUID version = newestVersion();

        assertThat(CurrentJurisdiction.inside(city.jurisdiction(), () -> replacement.run(version)))
                .isEqualTo(1);
        assertThat(detail(id).<String>at("$.sector.code")).isEqualTo("W");
    }

    @Test
    void whatAnotherVersionHasOvertakenDoesNotFollowAnyMore() throws Exception {
        report(2.06);
        publish(2.07);
        UUID overtaken = newestVersion();
        publish(2.08);

        assertThat(CurrentJurisdiction.inside(city.jurisdiction(), () -> replacement.run(overtaken)))
                .isZero();
    }

    /** Team and step of each. */
    private List<String> jobs(String id) {
        return cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql(
                                "select t.code || ' ' || j.step from intervention.job j join team.team t using (team_id) "
                                        + "where j.request_id = :id")
                        .param("id", UUID.fromString(id))
                        .query(String.class)
                        .list());
    }

    private UUID newestVersion() {
        return UUID.fromString(
                single("select sector_version_id::text from territory.sector_version order by version desc limit 1"));
    }

    /** Code and requests of each sector. */
    private List<String> figures(String boundaries) throws Exception {
        Instant now = Instant.now();
        return Answers.to(
                        http,
                        get("/" + city.jurisdiction().code() + "/api/desk/figures/sectors")
                                .param("from", now.minus(Duration.ofDays(1)).toString())
                                .param("to", now.plus(Duration.ofDays(1)).toString())
                                .param("boundaries", boundaries)
                                .with(as(dispatcher)))
                .<List<Map<String, Object>>>at("$.items")
                .stream()
                .map(figure -> figure.get("code") + " " + figure.get("received") + " " + figure.get("resolved"))
                .toList();
    }

    private void awaitSector(String id, String code) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> detail(id).<String>at("$.sector.code").equals(code));
    }

    private void publish(double meridian) throws Exception {
        publish(meridian, SectorImport.Order.partition("secteurs", "code", "name"));
    }

    private void publish(double meridian, Instant from) throws Exception {
        publish(
                meridian,
                SectorImport.Order.partition("secteurs", "code", "name").from(from));
    }

    private void publish(double meridian, SectorImport.Order order) throws Exception {
        Path file = Files.writeString(
                folder.resolve(Ids.next() + ".geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[%s,%s]}"
                        .formatted(half("W", "Ouest", 2.0, meridian), half("E", "Est", meridian, 2.1)));
        try (ImportReport report =
                new ImportReport(folder.resolve(Ids.next() + ".jsonl"), new PrintWriter(new StringWriter()))) {
            CurrentJurisdiction.inside(city.jurisdiction(), () -> imports.run(order, new SourceFile(file), report));
        }
    }

    private static String half(String code, String name, double west, double east) {
        return String.format(Locale.ROOT, """
                {"type":"Feature","properties":{"code":"%s","name":"%s"},"geometry":{"type":"Polygon","coordinates":
                [[[%3$f,47.0],[%4$f,47.0],[%4$f,47.1],[%3$f,47.1],[%3$f,47.0]]]}}""", code, name, west, east);
    }

    private String report(double longitude) throws Exception {
        Answers receipt = Answers.to(
                http,
                post("/" + city.jurisdiction().code() + "/api/requests")
                        .header("Idempotency-Key", Ids.next().toString())
                        .content(
                                "{\"category\":\"nid-de-poule\",\"position\":{\"type\":\"Point\",\"coordinates\":[%s,47.05]}}"
                                        .formatted(longitude)));
        assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);
        return receipt.at("$.id");
    }

    private Answers detail(String id) throws Exception {
        return Answers.to(http, get(desk(id)).with(as(dispatcher)));
    }

    private String desk(String id) {
        return "/" + city.jurisdiction().code() + "/api/desk/requests/" + id;
    }

    private String single(String sql) {
        return cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql(sql).query(String.class).optional().orElse(""));
    }
}
