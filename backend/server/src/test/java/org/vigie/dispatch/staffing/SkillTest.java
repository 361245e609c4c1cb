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

/** What teams know and categories ask for is told at the desk. */
@ServiceTest
class SkillTest {

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
    void aTeamThatLacksWhatACategoryAsksForIsPassedOverUntilItHasIt() throws Exception {
        UUID lift = Ids.next();
        assertThat(desk.put("/skills/" + lift, 0, skill("NACELLE", "nacelle")).status())
                .isEqualTo(200);
        String category = desk.read("/skills")
                .<List<String>>at("$.categories[?(@.code=='nid-de-poule')].id")
                .getFirst();

        Answers asked = desk.put("/categories/" + category + "/skills", 0, ids(lift));
        assertThat(asked.<List<String>>at("$.categories[?(@.code=='nid-de-poule')].skillIds[*]"))
                .containsExactly(lift.toString());
        assertThat(teamOfANewRequest()).isEqualTo("ACCUEIL");

        desk.put("/teams/" + city.west().id() + "/skills", 0, ids(lift));
        assertThat(teamOfANewRequest()).isEqualTo("E1");
    }

    @Test
    void whatIsNotHereIsRefusedWithWhatToDo() throws Exception {
        UUID lift = Ids.next();
        desk.put("/skills/" + lift, 0, skill("NACELLE", "nacelle"));

        assertThat(desk.put("/skills/" + Ids.next(), 0, skill("NACELLE", "autre"))
                        .problem())
                .isEqualTo("skill-code-taken");
        assertThat(desk.put("/teams/" + city.west().id() + "/skills", 0, ids(Ids.next()))
                        .problem())
                .isEqualTo("reference-unknown");
        assertThat(desk.put("/categories/" + Ids.next() + "/skills", 0, ids(lift))
                        .status())
                .isEqualTo(404);
        assertThat(desk.put("/skills/" + lift, 1, skill("NACELLE", "grande nacelle"))
                        .<List<String>>at("$.skills[*].name"))
                .containsExactly("grande nacelle");
    }

    private static String skill(String code, String name) {
        return "{\"code\":\"%s\",\"name\":\"%s\",\"kind\":\"MEANS\",\"reason\":\"\"}".formatted(code, name);
    }

    private static String ids(UUID skill) {
        return "{\"skillIds\":[\"%s\"],\"reason\":\"\"}".formatted(skill);
    }

    private String teamOfANewRequest() throws Exception {
        UUID id = resident.report(city, "nid-de-poule", "{}", "[]").id();
        return Answers.to(
                        http,
                        get("/" + city.jurisdiction().code() + "/api/desk/requests/" + id)
                                .with(as(desk.administrator)))
                .at("$.team.code");
    }
}
