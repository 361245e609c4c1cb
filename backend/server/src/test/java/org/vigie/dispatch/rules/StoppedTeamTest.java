package org.vigie.dispatch.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** A rule may name a team that stops. */
@ServiceTest
class StoppedTeamTest {

    private static final String WEST = "2.02, 47.05";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Test
    void theRuleIsNamedBeforeChoosesItNoMoreAndShowsThatAtTheDesk() throws Exception {
        TestCity.City city = cities.make();
        RuleDesk desk = new RuleDesk(http, cities, city);
        desk.activate("R1", "{'category':['nid-de-poule']}", "{'team':'E3'}");
        assertThat(desk.report("nid-de-poule", WEST, "").<String>at("$.team.code"))
                .isEqualTo("E3");

        Answers stopped = Answers.to(
                http,
                put(desk.base + "/desk/staffing/teams/" + city.lighting().id())
                        .with(as(desk.administrator))
                        .header("If-Match", "\"0\"")
                        .content("""
                                {"code":"E3","name":"Éclairage","kind":"REGULAR","capacity":10,"active":false,"members":[],"reason":"essai"}
                                """));

        assertThat(stopped.<List<String>>at("$.rules")).containsExactly("R1");
        assertThat(stopped.<List<String>>at("$.goingTo[*].code")).containsExactly("E1");
        assertThat(desk.report("nid-de-poule", WEST, "").<String>at("$.team.code"))
                .isEqualTo("E1");
        assertThat(desk.list().<List<String>>at("$.items[*].faults[*]")).hasSize(1);
    }
}
