package org.vigie.dispatch.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** A rule is written, tried, activated, replaced and retired; nothing of it changes while it decides. */
@ServiceTest
class RuleLifeTest {

    private static final String WEST = "2.02, 47.05";
    private static final String HOLES = "{'category':['nid-de-poule']}";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    JdbcClient jdbc;

    TestCity.City city;
    RuleDesk desk;

    @BeforeEach
    void openTheDesk() {
        city = cities.make();
        desk = new RuleDesk(http, cities, city);
    }

    @Test
    void aRuleIsActivatedOnlyAfterATrialOfExactlyItsText() throws Exception {
        Answers draft = desk.begin("R1", HOLES, "{'team':'E3'}");
        assertThat(draft.<String>at("$.sentence"))
                .isEqualTo("Si la catégorie est « Nid-de-poule », alors l’équipe E3, Éclairage y va.");
        assertThat(desk.step(draft, "activation").problem()).isEqualTo("rule-not-tried");

        Answers tried = desk.tryOut(draft);
        assertThat(tried.<Boolean>at("$.tried")).isTrue();
        Answers changed = desk.save(tried, HOLES, "{'team':'E2'}");
        assertThat(changed.<Boolean>at("$.tried")).isFalse();
        assertThat(desk.step(changed, "activation").problem()).isEqualTo("rule-not-tried");

        Answers active = desk.step(desk.tryOut(changed), "activation");
        assertThat(active.<String>at("$.state")).isEqualTo("ACTIVE");
        assertThat(desk.report("nid-de-poule", WEST, "").<String>at("$.team.code"))
                .isEqualTo("E2");
        assertThat(desk.save(active, HOLES, "{'team':'E3'}").problem()).isEqualTo("rule-is-not-a-draft");
        assertThat(desk.tryOut(active).problem()).isEqualTo("rule-is-not-a-draft");
    }

    @Test
    void theDatabaseKeepsTheTextOfWhatDecides() throws Exception {
        desk.activate("R1", HOLES, "{'team':'E3'}");

        assertThatThrownBy(() -> inside(
                        () -> jdbc.sql("update request.rule set body = jsonb_set(body, '{then}', '{\"team\":\"E1\"}')")
                                .update()))
                .rootCause()
                .hasMessageContaining("another version replaces it");
    }

    @Test
    void aBrokenRuleIsRefusedAtSavingAndNothingIsKept() throws Exception {
        Answers refused = desk.begin("R1", "{'category':['nid-de-pule']}", "{'team':'E3'}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("rule-unknown-reference");
        assertThat(refused.<String>at("$.detail"))
                .isEqualTo("À « if.category[0] », « nid-de-pule » n’existe pas ici. Choisissez dans la liste.");
        assertThat(desk.list().<List<String>>at("$.items")).isEmpty();
    }

    @Test
    void anotherVersionReplacesTheOneThatDecides() throws Exception {
        Answers first = desk.activate("R1", HOLES, "{'team':'E3'}");
        desk.activate("R2", HOLES, "{'team':'U1'}");
        Answers second = desk.activate("R1", HOLES, "{'team':'E2'}");

        assertThat(second.<Integer>at("$.version")).isEqualTo(2);
        assertThat(second.<Integer>at("$.position")).isEqualTo(1);
        assertThat(desk.list().<List<String>>at("$.items[*].state")).containsExactly("ACTIVE", "ACTIVE", "RETIRED");
        assertThat(desk.report("nid-de-poule", WEST, "").<String>at("$.team.code"))
                .isEqualTo("E2");
        assertThat(desk.step(first, "retirement").status()).isIn(409, 412);
    }

    @Test
    void rulesAreAskedInTheOrderThatIsToldAndARetiredOneNoMore() throws Exception {
        Answers first = desk.activate("R1", HOLES, "{'team':'E3'}");
        Answers second = desk.activate("R2", HOLES, "{'team':'U1'}");
        assertThat(desk.report("nid-de-poule", WEST, "").<String>at("$.team.code"))
                .isEqualTo("E3");

        String turned = "{'ids':['%s','%s']}".formatted(second.<String>at("$.id"), first.<String>at("$.id"));
        assertThat(order(turned).<List<String>>at("$.items[*].code")).containsExactly("R2", "R1");
        assertThat(desk.report("nid-de-poule", WEST, "").<String>at("$.team.code"))
                .isEqualTo("U1");
        assertThat(order("{'ids':['%s']}".formatted(first.<String>at("$.id"))).problem())
                .isEqualTo("rule-order-changed");

        desk.step(second, "retirement");
        assertThat(desk.report("nid-de-poule", WEST, "").<String>at("$.team.code"))
                .isEqualTo("E3");
    }

    @Test
    void aTrialCountsWhatThenIsApplied() throws Exception {
        String[] texts = {"seringue ici", "rien", "des seringues", "un trou", "seringue", "SERINGUE !", "antiseringue"};
        for (String text : texts) {
            desk.report("nid-de-poule", WEST, ",'description':'" + text + "'");
            desk.report("lampadaire", WEST, ",'description':'" + text + "'");
        }
        Answers tried =
                desk.tryOut(desk.begin("SERINGUES", "{'words':['seringue*']}", "{'team':'E3','priority':'HIGH'}"));

        assertThat(tried.<Integer>at("$.trial.requests")).isEqualTo(14);
        assertThat(tried.<Integer>at("$.trial.matched")).isEqualTo(8);
        // The lamps are E3's already.
        assertThat(tried.<Integer>at("$.trial.otherTeam")).isEqualTo(4);
        assertThat(tried.<Integer>at("$.trial.otherPriority")).isEqualTo(8);
        assertThat(tried.<List<String>>at("$.trial.teams[*].code")).containsExactly("E3", "E1");
        assertThat(tried.<List<Integer>>at("$.trial.teams[*].after")).containsExactly(4, 0);
        assertThat(tried.<List<String>>at("$.trial.examples[*].why")).contains("le texte dit « seringues »");

        desk.step(tried, "activation");
        int applied = 0;
        for (String text : texts) {
            applied += high(desk.report("nid-de-poule", WEST, ",'description':'" + text + "'"));
            applied += high(desk.report("lampadaire", WEST, ",'description':'" + text + "'"));
        }
        assertThat(applied).isEqualTo(8);
        assertThat(desk.list().<List<Integer>>at("$.items[*].decided")).containsExactly(8);
    }

    @Test
    void aTrialOfTenThousandRequestsTakesLessThanFiveSeconds() throws Exception {
        desk.report("nid-de-poule", WEST, ",'description':'seringue'");
        inside(() -> jdbc.sql("""
                        insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel,
                            location, location_source, sector_id, placement_rule, service_id, team_id, assignment_rule, received_at, changed_at)
                        select jurisdiction_id, gen_random_uuid(), 'N' || n, kind, state, category_id,
                            case when n % 2 = 0 then 'une seringue par terre, près de la grille' else 'un trou dans la chaussée' end, channel,
                            location, location_source, sector_id, placement_rule, service_id, team_id, assignment_rule, received_at, changed_at
                        from request.request, generate_series(1, 9999) n
                        """).update());

        Answers tried = desk.tryOut(desk.begin(
                "SERINGUES",
                "{'all':[{'sector':['W']},{'not':{'channel':['PHONE']}},{'words':['seringue*','aiguille*','tesson*']}]}",
                "{'team':'E3','priority':'URGENT','note':'gants'}"));

        assertThat(tried.<Integer>at("$.trial.requests")).isEqualTo(10_000);
        assertThat(tried.<Integer>at("$.trial.otherTeam")).isEqualTo(5_000);
        assertThat(tried.<List<String>>at("$.trial.examples[*].id")).hasSize(50);
        System.out.println("trial of 10,000 requests: " + tried.<Integer>at("$.trial.tookMillis") + " ms");
        assertThat(tried.<Integer>at("$.trial.tookMillis")).isLessThan(5_000);
    }

    private static int high(Answers detail) {
        return detail.<String>at("$.priority").equals("HIGH") ? 1 : 0;
    }

    private Answers order(String body) throws Exception {
        return Answers.to(
                http,
                MockMvcRequestBuilders.put(desk.base + "/desk/rules/order")
                        .with(TestCity.as(desk.administrator))
                        .content(RuleDesk.json(body)));
    }

    private void inside(Runnable work) {
        cities.inside(city.jurisdiction(), () -> {
            work.run();
            return true;
        });
    }
}
