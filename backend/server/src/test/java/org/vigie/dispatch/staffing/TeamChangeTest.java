package org.vigie.dispatch.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.team.Team;
import org.vigie.team.TeamDraft;
import org.vigie.team.TeamSheet;
import org.vigie.team.TeamSheets;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Teams are added, renamed and stopped; nothing that is open is left without one. */
@ServiceTest
class TeamChangeTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    TeamDraft draft;

    @Autowired
    TeamChange change;

    @Autowired
    TeamSheets sheets;

    @Autowired
    JdbcClient jdbc;

    private TestCity.City city;
    private StaffingDesk desk;

    @BeforeEach
    void city() {
        city = cities.make();
        desk = new StaffingDesk(http, cities, city);
    }

    @Test
    void aTeamIsAddedUnderAnIdOfTheClientsAndItsMembersFindItsJobs() throws Exception {
        SignedInAccount worker = cities.account(city, Role.TEAM_MEMBER);
        UUID id = Ids.next();
        String body = body("E9", "Voirie Nord", true, "\"" + worker.accountId() + "\"", "");

        assertThat(desk.put("/teams/" + id, 0, body).status()).isEqualTo(200);
        assertThat(desk.put("/teams/" + id, 0, body).status()).isEqualTo(412);

        Map<String, Object> team = one(id);
        assertThat(team)
                .containsEntry("code", "E9")
                .containsEntry("name", "Voirie Nord")
                .containsEntry("load", 0)
                .containsEntry("active", true)
                .containsEntry("lastResort", false)
                .containsEntry("members", List.of(worker.accountId().toString()));
        assertThat(session(worker).<List<String>>at("$.account.teams[*].code")).containsExactly("E9");
    }

    @Test
    void aTeamIsRenamedAndItsCodeStays() throws Exception {
        String path = "/teams/" + city.west().id();

        assertThat(desk.put(path, 0, body("E1", "Voirie du Couchant", true, "", ""))
                        .status())
                .isEqualTo(200);
        assertThat(one(city.west().id())).containsEntry("name", "Voirie du Couchant");
        assertThat(desk.read("/teams").<List<String>>at("$.items[?(@.code=='E1')].setting.reason"))
                .containsExactly("essai");
        assertThat(desk.put(path, 1, body("E7", "Voirie", true, "", "")).problem())
                .isEqualTo("team-code-stays");
        assertThat(desk.put("/teams/" + Ids.next(), 0, body("E1", "Autre", true, "", ""))
                        .problem())
                .isEqualTo("team-code-taken");
    }

    @Test
    void aTeamThatStopsLeavesItsOpenRequestsToWhomTheRulesNameAndThatIsSaidBefore() throws Exception {
        UUID first = report();
        UUID second = report();
        assertThat(teamOf(first)).isEqualTo("E1");
        String path = "/teams/" + city.west().id();
        String stop = body("E1", "Voirie Ouest", false, "", "");

        Answers preview = desk.put(path + "?preview=true", 0, stop);
        assertThat(preview.<Integer>at("$.requests")).isEqualTo(2);
        assertThat(preview.<List<String>>at("$.goingTo[*].code")).containsExactly("ACCUEIL");
        assertThat(preview.<Integer>at("$.ground")).isEqualTo(1);
        assertThat(teamOf(first)).isEqualTo("E1");
        assertThat(one(city.west().id())).containsEntry("active", true);

        assertThat(desk.put(path, 0, stop).<Integer>at("$.requests")).isEqualTo(2);
        assertThat(List.of(teamOf(first), teamOf(second))).containsOnly("ACCUEIL");
        assertThat(read(first)
                        .<List<String>>at("$.history[?(@.entry=='UPDATED')].staffText")
                        .getFirst())
                .contains("E1, Voirie Ouest");
        assertThat(one(city.west().id())).containsEntry("active", false).containsEntry("load", 0);
        assertThat(teamOf(report())).isEqualTo("ACCUEIL");
        assertThat(Answers.to(http, get(at("/teams")).with(as(desk.administrator)))
                        .<List<String>>at("$.items[*].code"))
                .doesNotContain("E1");
    }

    @Test
    void itsSuccessorTakesItsSectorsItsCategoriesAndItsRequests() throws Exception {
        UUID open = report();
        makeDefault(city.west());
        String path = "/teams/" + city.west().id();

        Answers refused = desk.put(path, 0, body("E1", "Voirie Ouest", false, "", ""));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("team-has-sectors");
        assertThat(refused.<String>at("$.detail")).contains("Ouest");

        Answers done = desk.put(
                path, 0, body("E1", "Voirie Ouest", false, "", city.east().id().toString()));
        assertThat(done.<Integer>at("$.ground")).isEqualTo(2);
        assertThat(teamOf(open)).isEqualTo("E2");
        assertThat(teamOf(report())).isEqualTo("E2");
        assertThat(one(city.east().id())).containsEntry("sectors", List.of("Ouest"));
    }

    @Test
    void theTeamOfLastResortNeverStops() throws Exception {
        String id = desk.read("/teams")
                .<List<String>>at("$.items[?(@.lastResort==true)].id")
                .getFirst();

        Answers refused = desk.put(
                "/teams/" + id,
                0,
                body("ACCUEIL", "Accueil", false, "", city.east().id().toString()));

        assertThat(refused.problem()).isEqualTo("team-is-last-resort");
    }

    @Test
    void nobodyGivesARequestToATeamThatHasStopped() throws Exception {
        UUID id = report();
        desk.put("/teams/" + city.lighting().id(), 0, body("E3", "Éclairage", false, "", ""));

        Answers refused = Answers.to(
                http,
                post(at("/requests/" + id + "/assignment"))
                        .with(as(desk.administrator))
                        .header("If-Match", "\"" + read(id).<Integer>at("$.revision") + "\"")
                        .content("{\"teamId\":\"" + city.lighting().id() + "\",\"reason\":\"vu\"}"));
        assertThat(refused.problem()).isEqualTo("unknown-team");
    }

    @Test
    void theDatabaseGivesTheLastResortWhatComesToAStoppedTeamAllTheSame() throws Exception {
        UUID id = report();
        desk.put("/teams/" + city.lighting().id(), 0, body("E3", "Éclairage", false, "", ""));

        inside(() -> jdbc.sql("update request.request set team_id = :team where request_id = :id")
                .param("team", city.lighting().id())
                .param("id", id)
                .update());
        assertThat(teamOf(id)).isEqualTo("ACCUEIL");
        assertThatThrownBy(() -> makeDefault(city.lighting())).isInstanceOf(DataIntegrityViolationException.class);
        makeDefault(city.west());
        assertThatThrownBy(() -> inside(() -> jdbc.sql("update team.team set active = false where team_id = :id")
                        .param("id", city.west().id())
                        .update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aReportThatIsOnItsWayWhileItsTeamStopsGoesToTheLastResort() throws Exception {
        report();
        TeamSheet sheet = inside(() -> sheets.list().stream()
                .filter(each -> each.team().equals(city.west()))
                .findFirst()
                .orElseThrow());

        CompletableFuture<UUID> onItsWay = inside(() -> {
            change.make(new TeamChange.Wanted(
                    new TeamSheet(sheet.team(), false, sheet.members()), Optional.empty(), 0, "essai"));
            CompletableFuture<UUID> sent = CompletableFuture.supplyAsync(() -> {
                try {
                    return report();
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            });
            await().during(Duration.ofMillis(700))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> !sent.isDone());
            return sent;
        });

        assertThat(teamOf(onItsWay.get(30, TimeUnit.SECONDS))).isEqualTo("ACCUEIL");
    }

    @Test
    void onlyAdministratorsChangeTeamsAndHeadsReadThem() throws Exception {
        SignedInAccount head = cities.account(city, Role.HEAD);
        assertThat(Answers.to(http, get(at("/staffing/teams")).with(as(head))).status())
                .isEqualTo(200);
        assertThat(Answers.to(http, get(at("/staffing/teams")).with(as(cities.account(city, Role.DISPATCHER))))
                        .status())
                .isEqualTo(403);
    }

    private Map<String, Object> one(UUID id) throws Exception {
        return desk.read("/teams")
                .<List<Map<String, Object>>>at("$.items[?(@.id=='" + id + "')]")
                .getFirst();
    }

    private UUID report() throws Exception {
        return resident.report(city, "nid-de-poule", "{}", "[]").id();
    }

    private Answers read(UUID id) throws Exception {
        return Answers.to(http, get(at("/requests/" + id)).with(as(desk.administrator)));
    }

    private String teamOf(UUID id) throws Exception {
        return read(id).at("$.team.code");
    }

    private Answers session(SignedInAccount who) throws Exception {
        return Answers.to(
                http, get("/" + city.jurisdiction().code() + "/api/session").with(as(who)));
    }

    private void makeDefault(Team team) {
        inside(() -> {
            draft.sectorDefault(city.westSector(), team.id());
            return true;
        });
    }

    private <T> T inside(java.util.function.Supplier<T> work) {
        return cities.inside(city.jurisdiction(), work);
    }

    private String at(String path) {
        return "/" + city.jurisdiction().code() + "/api/desk" + path;
    }

    private static String body(String code, String name, boolean active, String members, String successor) {
        return """
                {"code":"%s","name":"%s","kind":"REGULAR","capacity":10,"active":%s,"members":[%s],"successorId":%s,"reason":"essai"}
                """.formatted(code, name, active, members, successor.isEmpty() ? "null" : "\"" + successor + "\"");
    }
}
