package org.vigie.dispatch.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.vigie.testing.TestCity.as;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Ids;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Who covers what is changed at the desk: it holds for what comes in from then on, and leaves what is open alone. */
@ServiceTest
class CoverageChangeTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    private TestCity.City city;
    private StaffingDesk desk;

    @BeforeEach
    void city() {
        city = cities.make();
        desk = new StaffingDesk(http, cities, city);
    }

    @Test
    void theTableNamesEveryCellAndTheDefaultTeamOfEverySector() throws Exception {
        Answers table = desk.read("/coverage");

        assertThat(table.<List<String>>at("$.items[?(@.code=='E1')].cells[*].sectorId"))
                .containsExactly(city.westSector().toString());
        assertThat(table.<List<String>>at("$.sectors[*].code")).containsExactly("E", "W");
        assertThat(table.<List<String>>at("$.sectors[*].teamId"))
                .containsOnly(table.<List<String>>at("$.items[?(@.code=='ACCUEIL')].teamId")
                        .getFirst());
    }

    @Test
    void anotherTeamTakesACellAndOnlyNewRequestsGoToIt() throws Exception {
        String before = report();
        String lamp = cell(city.westSector(), category("lampadaire"));
        String hole = cell(city.westSector(), category("nid-de-poule"));

        Answers refused = cover(city.east().id(), 0, hole);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("cell-covered");
        assertThat(refused.<String>at("$.detail")).contains("E1, Voirie Ouest");

        assertThat(cover(city.west().id(), 0, lamp).status()).isEqualTo(200);
        assertThat(cover(city.east().id(), 0, hole).status()).isEqualTo(200);
        assertThat(teamOf(report())).isEqualTo("E2");
        assertThat(teamOf(before)).isEqualTo("E1");
        assertThat(desk.read("/coverage").<List<String>>at("$.items[?(@.code=='E2')].setting.reason"))
                .containsExactly("essai");
    }

    @Test
    void whatNobodyCoversGoesToTheDefaultTeamWhichIsReplacedAndNeverTakenAway() throws Exception {
        assertThat(cover(city.west().id(), 0, "").status()).isEqualTo(200);
        assertThat(teamOf(report())).isEqualTo("ACCUEIL");

        String path = "/sectors/" + city.westSector() + "/team";
        assertThat(desk.put(path, 0, "{\"teamId\":\"" + city.lighting().id() + "\",\"reason\":\"essai\"}")
                        .status())
                .isEqualTo(200);
        assertThat(teamOf(report())).isEqualTo("E3");
        assertThat(desk.put(path, 1, "{\"teamId\":null,\"reason\":\"\"}").status())
                .isEqualTo(422);
        assertThat(desk.put(path, 1, "{\"teamId\":\"" + Ids.next() + "\",\"reason\":\"\"}")
                        .problem())
                .isEqualTo("unknown-team");
        assertThat(desk.put(path, 0, "{\"teamId\":\"" + city.west().id() + "\",\"reason\":\"\"}")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void aCellThatNamesNothingOrWhatIsNotHereIsRefusedWithWhatToDo() throws Exception {
        UUID team = city.west().id();
        assertThat(cover(team, 0, "{}").problem()).isEqualTo("cell-names-nothing");
        assertThat(cover(team, 0, cell(Ids.next(), category("lampadaire"))).problem())
                .isEqualTo("reference-unknown");
        assertThat(cover(Ids.next(), 0, "").status()).isEqualTo(404);
        assertThat(desk.read("/coverage").<List<Object>>at("$.items[?(@.code=='E1')].cells[*]"))
                .hasSize(1);
    }

    private Answers cover(UUID team, int revision, String cells) throws Exception {
        return desk.put("/teams/" + team + "/coverage", revision, "{\"cells\":[" + cells + "],\"reason\":\"essai\"}");
    }

    private static String cell(UUID sector, String category) {
        return "{\"sectorId\":\"%s\",\"categoryId\":\"%s\"}".formatted(sector, category);
    }

    private String category(String code) throws Exception {
        return desk.read("/coverage")
                .<List<String>>at("$.categories[?(@.code=='" + code + "')].id")
                .getFirst();
    }

    private String report() throws Exception {
        return resident.report(city, "nid-de-poule", "{}", "[]").id().toString();
    }

    private String teamOf(String id) throws Exception {
        return Answers.to(
                        http,
                        get("/" + city.jurisdiction().code() + "/api/desk/requests/" + id)
                                .with(as(desk.administrator)))
                .at("$.team.code");
    }
}
