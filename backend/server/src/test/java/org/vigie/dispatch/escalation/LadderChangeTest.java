package org.vigie.dispatch.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Ladders as they are set up at the desk. */
@ServiceTest
class LadderChangeTest {

    private static final String STEP = """
            {"minutesAfterDue":%d,"target":"%s","message":"Toujours rien","repeats":0,"stopsOn":"KEPT"}
            """;

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    Alarms alarms;

    @Autowired
    JdbcClient jdbc;

    private TestCity.City city;
    private SignedInAccount administrator;

    @BeforeEach
    void city() {
        city = cities.make();
        administrator = cities.account(city, Role.ADMINISTRATOR);
        cities.account(city, Role.HEAD);
    }

    @Test
    void aStepThatIsAddedIsShownThenRingsForWhatIsPastItsMinute() throws Exception {
        Resident.Case it = overdue(90);
        String steps = STEP.formatted(60, "HEAD") + "," + STEP.formatted(600, "ADMINISTRATOR");

        assertThat(change("RESOLVE?preview=true", 0, steps).<Integer>at("$.ringsNow"))
                .isEqualTo(1);
        assertThat(rung(it)).isEmpty();

        assertThat(change("RESOLVE", 0, steps).<Integer>at("$.ringsNow")).isEqualTo(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rung(it)).containsExactly(1));
        Answers queue = Answers.to(
                http,
                get("/" + city.jurisdiction().code() + "/api/desk/requests?escalated=true")
                        .with(as(administrator)));
        assertThat(queue.<List<Integer>>at("$.items[*].escalationStep")).containsExactly(1);
        assertThat(queue.<Integer>at("$.counts.escalated")).isEqualTo(1);
        assertThat(ladders().<List<Integer>>at("$.items[?(@.commitment=='RESOLVE')].steps[*].minutesAfterDue"))
                .containsExactly(60, 600);
    }

    @Test
    void aStepThatHasRungStaysRungWhateverTheLadderBecomes() throws Exception {
        Resident.Case it = overdue(90);
        change("RESOLVE", 0, STEP.formatted(60, "HEAD"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rung(it)).containsExactly(1));

        Answers again = change("RESOLVE", 1, STEP.formatted(30, "HEAD"));
        assertThat(again.<Integer>at("$.ringsNow")).isZero();
        assertThat(rung(it)).containsExactly(1);
    }

    @Test
    void aCategoryMayHaveItsOwnAndFallsBackWhenItHasNoStepsLeft() throws Exception {
        change("RESOLVE", 0, STEP.formatted(60, "HEAD"));
        Answers own = change("RESOLVE?category=nid-de-poule", 0, STEP.formatted(5, "REFERENT"));
        assertThat(own.status()).isEqualTo(200);
        assertThat(ladders().<List<String>>at("$.items[?(@.category=='nid-de-poule')].steps[0].target"))
                .containsExactly("REFERENT");
        change("RESOLVE?category=nid-de-poule", 1, "");
        assertThat(ladders().<List<Object>>at("$.items[?(@.category=='nid-de-poule')]"))
                .isEmpty();
    }

    @Test
    void whatCannotBeClimbedIsRefusedWithWhatToDo() throws Exception {
        assertThat(change("RESOLVE", 0, STEP.formatted(60, "HEAD") + "," + STEP.formatted(30, "HEAD"))
                        .problem())
                .isEqualTo("ladder-steps-order");
        assertThat(change("RESOLVE", 0, STEP.formatted(60, "TEAM_MEMBER")).problem())
                .isEqualTo("ladder-target");
        assertThat(change("RESOLVE", 0, STEP.formatted(60, "HEAD").replace("\"repeats\":0", "\"repeats\":2"))
                        .problem())
                .isEqualTo("ladder-repeats");
        assertThat(change("RESOLVE", 7, STEP.formatted(60, "HEAD")).status()).isEqualTo(400);
        change("RESOLVE", 0, STEP.formatted(60, "HEAD"));
        assertThat(change("RESOLVE", 0, STEP.formatted(90, "HEAD")).problem()).isEqualTo("setting-changed-meanwhile");
    }

    private Answers change(String place, int revision, String steps) throws Exception {
        return Answers.to(
                http,
                put("/" + city.jurisdiction().code() + "/api/desk/ladders/" + place)
                        .with(as(administrator))
                        .header("If-Match", "\"" + revision + "\"")
                        .content("{\"steps\":[" + steps + "],\"reason\":\"essai\"}"));
    }

    private Answers ladders() throws Exception {
        return Answers.to(
                http,
                get("/" + city.jurisdiction().code() + "/api/desk/ladders").with(as(administrator)));
    }

    private Resident.Case overdue(int minutes) throws Exception {
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("""
                        update request.deadline set starts_at = now() - interval '30 days', due_at = now() - :minutes * interval '1 minute'
                        where request_id = :id and commitment = 'RESOLVE'
                        """)
                        .param("minutes", minutes)
                        .param("id", it.id())
                        .update());
        return it;
    }

    private List<Integer> rung(Resident.Case it) {
        return cities.inside(city.jurisdiction(), () -> alarms.listRung(it.id())).stream()
                .filter(rung -> rung.key().kind() == Alarm.Kind.STEP)
                .map(rung -> rung.key().position())
                .toList();
    }
}
