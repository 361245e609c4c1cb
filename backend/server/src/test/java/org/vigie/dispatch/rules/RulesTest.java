package org.vigie.dispatch.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.CompetenceDraft;
import org.vigie.request.Priorities;
import org.vigie.team.TeamDraft;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** A rule decides where it says so, says that it did, and leaves what a person decided alone. */
@ServiceTest
class RulesTest {

    private static final String WEST = "2.02, 47.05";
    private static final String EAST = "2.08, 47.05";
    private static final String SYRINGES = "{'words':['seringue*']}";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Priorities priorities;

    @Autowired
    TeamDraft teams;

    @Autowired
    Categories categories;

    @Autowired
    CompetenceDraft competences;

    TestCity.City city;
    RuleDesk desk;

    @BeforeEach
    void openTheDesk() {
        city = cities.make();
        desk = new RuleDesk(http, cities, city);
    }

    @Test
    void wordsOfAReportSendAnotherTeamSoonerAndTheHistorySaysWhichRule() throws Exception {
        desk.activate("SERINGUES", SYRINGES, "{'team':'E3','priority':'HIGH','note':'Prendre des gants.'}");

        Answers detail = desk.report("nid-de-poule", WEST, ",'description':'Des SÉRINGUES au sol'");

        assertThat(detail.<String>at("$.team.code")).isEqualTo("E3");
        assertThat(detail.<String>at("$.priority")).isEqualTo("HIGH");
        assertThat(detail.<String>at("$.assignment.rule")).isEqualTo("RULE");
        assertThat(detail.<String>at("$.assignment.reason"))
                .isEqualTo("Une règle envoie E3, Éclairage. "
                        + "Règle SERINGUES « Règle SERINGUES » : le texte dit « seringues ».");
        assertThat(detail.<List<String>>at("$.history[?(@.entry=='ASSIGNED')].staffText"))
                .containsExactly(detail.<String>at("$.assignment.reason"));
        assertThat(detail.<List<String>>at("$.history[?(@.entry=='PRIORITY')].staffText"))
                .containsExactly("Priorité haute. Règle SERINGUES « Règle SERINGUES » : le texte dit « seringues ».");
        assertThat(detail.<List<String>>at("$.messages[?(@.from=='INTERNAL')].text"))
                .containsExactly("Prendre des gants. (Règle SERINGUES « Règle SERINGUES »)");
        assertThat(detail.<String>at("$.suggestions[0].reason")).isEqualTo("RULE");
        assertThat(desk.report("nid-de-poule", WEST, ",'description':'un trou'").<String>at("$.team.code"))
                .isEqualTo("E1");
    }

    @Test
    void theChannelCountsAndACallerIsToldWhatTheRuleSays() throws Exception {
        desk.activate("APPEL", "{'channel':['PHONE']}", "{'team':'E2','message':'Nous vous rappelons.'}");

        Answers call = desk.call("nid-de-poule", WEST, ",'contact':{'name':'Ana','email':'ana@exemple.fr'}");

        assertThat(call.<String>at("$.team.code")).isEqualTo("E2");
        assertThat(call.<List<String>>at("$.messages[?(@.from=='SERVICE')].text"))
                .containsExactly("Nous vous rappelons.");
        assertThat(call.<List<String>>at("$.notifications[*].recipient"))
                .containsExactly("ana@exemple.fr", "ana@exemple.fr");
        assertThat(desk.report("nid-de-poule", WEST, "").<String>at("$.team.code"))
                .isEqualTo("E1");
        assertThat(desk.call("nid-de-poule", WEST, ",'channel':'LETTER'").<String>at("$.team.code"))
                .isEqualTo("E1");
    }

    @Test
    void whatAPersonDecidesGoesBeforeEveryRuleAndIsNotLostWhenThePinMoves() throws Exception {
        desk.activate("TOUT", "{'domain':['voirie']}", "{'team':'E3','priority':'LOW'}");

        Answers told = desk.call(
                "nid-de-poule",
                WEST,
                ",'priority':'HIGH','team':'" + city.east().id() + "'");
        assertThat(told.<String>at("$.team.code")).isEqualTo("E2");
        assertThat(told.<String>at("$.priority")).isEqualTo("HIGH");

        Answers moved = desk.change(told, "position", "{'position':" + RuleDesk.point("2.03, 47.06") + "}");
        assertThat(moved.<String>at("$.team.code")).isEqualTo("E2");
        assertThat(moved.<String>at("$.priority")).isEqualTo("HIGH");

        Answers ruled = desk.report("nid-de-poule", WEST, "");
        assertThat(ruled.<String>at("$.priority")).isEqualTo("LOW");
        Answers raised = desk.change(ruled, "priority", "{'priority':'URGENT','reason':'vu sur place'}");
        Answers movedToo = desk.change(raised, "position", "{'position':" + RuleDesk.point("2.03, 47.06") + "}");
        assertThat(movedToo.<String>at("$.priority")).isEqualTo("URGENT");
        assertThat(movedToo.<String>at("$.team.code")).isEqualTo("E3");
    }

    @Test
    void aMovedPinAndAnotherCategoryAreRuledAnew() throws Exception {
        desk.activate(
                "EST",
                "{'all':[{'sector':['E']},{'category':['lampadaire']}]}",
                "{'team':'U1','priority':'HIGH','note':'Nacelle.'}");

        Answers detail = desk.report("nid-de-poule", WEST, "");
        Answers lamp = desk.change(detail, "category", "{'category':'lampadaire'}");
        assertThat(lamp.<String>at("$.team.code")).isEqualTo("E3");

        Answers moved = desk.change(lamp, "position", "{'position':" + RuleDesk.point(EAST) + "}");
        assertThat(moved.<String>at("$.team.code")).isEqualTo("U1");
        assertThat(moved.<String>at("$.priority")).isEqualTo("HIGH");
        assertThat(moved.<List<String>>at("$.history[?(@.entry=='MOVED')].staffText")
                        .getFirst())
                .contains("Règle EST « Règle EST »")
                .contains("Priorité haute.");
        assertThat(moved.<List<String>>at("$.messages[*].text")).hasSize(1);

        Answers back = desk.change(moved, "position", "{'position':" + RuleDesk.point(WEST) + "}");
        assertThat(back.<String>at("$.team.code")).isEqualTo("E3");
        assertThat(back.<String>at("$.priority")).isEqualTo("NORMAL");
    }

    @Test
    void whatARuleKeepsPrivateIsPublishedByNoCorrection() throws Exception {
        desk.activate("PRIVE", "{'words':['expulsion']}", "{'private':true}");

        Answers detail = desk.report("nid-de-poule", WEST, ",'description':'une expulsion'");
        assertThat(detail.<Boolean>at("$.private")).isTrue();
        desk.step(rule("PRIVE"), "retirement");
        Answers lamp = desk.change(detail, "category", "{'category':'lampadaire'}");

        assertThat(lamp.<Boolean>at("$.private")).isTrue();
        assertThat(lamp.<List<String>>at("$.messages[*].text").getFirst()).startsWith("Gardé privé. Règle PRIVE");
    }

    @Test
    void aRuleHandsOnWhatIsSomebodyElses() throws Exception {
        UUID[] authority = new UUID[1];
        inside(() -> authority[0] = competences.authority("Département"));
        desk.activate("DEP", "{'words':['pont']}", "{'forward':'" + authority[0] + "'}");

        Answers detail = desk.report("nid-de-poule", WEST, ",'description':'sous le pont'");

        assertThat(detail.<String>at("$.state")).isEqualTo("FORWARDED");
        assertThat(detail.<List<String>>at("$.history[?(@.entry=='FORWARDED')].publicText"))
                .containsExactly("Compétence : Département, par une règle de la commune. Transmis à Département.");
        assertThat(desk.report("danger", WEST, ",'description':'sous le pont'").<String>at("$.state"))
                .isEqualTo("RECEIVED");
    }

    @Test
    void aTeamThatLacksASkillIsPassedOverAlsoWhenARuleNamesIt() throws Exception {
        inside(() -> {
            UUID lift = teams.skill("NACELLE", "nacelle", TeamDraft.SkillKind.MEANS);
            teams.need(categories.findOffered("nid-de-poule").orElseThrow().id(), lift);
            teams.hold(city.west().id(), lift);
        });
        desk.activate("R1", "{'category':['nid-de-poule']}", "{'team':'E3'}");

        Answers detail = desk.report("nid-de-poule", WEST, "");

        assertThat(detail.<String>at("$.team.code")).isEqualTo("E1");
        assertThat(detail.<String>at("$.assignment.reason")).contains("Pas E3, Éclairage : il lui manque nacelle.");
        assertThat(rule("R1").<Integer>at("$.decided")).isZero();
    }

    @Test
    void aDryRunSaysWhatThenHappens() throws Exception {
        school();
        desk.activate(
                "ECOLE", "{'all':[{'near':['ECOLE']},{'danger':['POSSIBLE']}]}", "{'team':'U1','priority':'URGENT'}");
        desk.activate("SERINGUES", SYRINGES, "{'team':'E3','priority':'HIGH'}");
        for (String category : List.of("nid-de-poule", "lampadaire", "danger", "habitat-indigne")) {
            for (String position : List.of(WEST, EAST)) {
                for (String more : List.of(
                        "",
                        ",'danger':'POSSIBLE'",
                        ",'description':'seringue'",
                        ",'danger':'POSSIBLE','description':'seringue'")) {
                    Answers thought = desk.dryRun(
                            "",
                            "{'category':'%s','position':%s,'requester':'ANONYMOUS'%s}"
                                    .formatted(category, RuleDesk.point(position), more));
                    Answers happened = desk.report(category, position, more);

                    assertThat(thought.<String>at("$.with.team"))
                            .as(more)
                            .isEqualTo(happened.<String>at("$.team.code"));
                    assertThat(thought.<String>at("$.with.priority")).isEqualTo(happened.<String>at("$.priority"));
                    assertThat(thought.<String>at("$.with.teamWhy"))
                            .isEqualTo(happened.<String>at("$.assignment.reason"));
                }
            }
        }
    }

    @Test
    void aDryRunOfADraftSaysWhetherItHoldsAndWhatWouldHaveBeenWithoutIt() throws Exception {
        school();
        Answers run = desk.dryRun(
                "'draft':{'code':'ECOLE','name':'École','text':%s},"
                        .formatted(RuleDesk.text(
                                "{'all':[{'near':['ECOLE']},{'danger':['POSSIBLE','IMMEDIATE']}]}",
                                "{'team':'U1','priority':'URGENT'}")),
                "{'category':'nid-de-poule','danger':'POSSIBLE','position':%s}".formatted(RuleDesk.point(WEST)));

        assertThat(run.<Boolean>at("$.holds")).isTrue();
        assertThat(run.<String>at("$.why"))
                .isEqualTo("École Jules-Ferry (école) est à 30 m et le danger annoncé est possible");
        assertThat(run.<String>at("$.with.team")).isEqualTo("U1");
        assertThat(run.<String>at("$.without.team")).isEqualTo("E1");
        assertThat(run.<String>at("$.without.priority")).isEqualTo("NORMAL");
        assertThat(run.<List<String>>at("$.with.rules[*].outcome")).containsExactly("TEAM", "PRIORITY");
        assertThat(desk.list().<List<String>>at("$.items")).isEmpty();
    }

    @Test
    void whatIsToldBeforeSendingIsWhatFollows() throws Exception {
        desk.activate("SERINGUES", SYRINGES, "{'team':'E3','priority':'URGENT'}");

        Answers told = desk.post(
                "/locate",
                "{'position':%s,'category':'nid-de-poule','description':'seringue'}".formatted(RuleDesk.point(WEST)));

        assertThat(told.<String>at("$.team.code")).isEqualTo("E3");
        assertThat(told.<String>at("$.priority.priority")).isEqualTo("URGENT");
        assertThat(told.<Boolean>at("$.urgent")).isTrue();
    }

    @Test
    void whatARuleSpeaksOfCannotBeDeletedAndItsEndIsShown() throws Exception {
        desk.activate("HABITAT", "{'category':['habitat-indigne','nid-de-poule']}", "{'team':'E2'}");
        Answers draft = desk.tryOut(desk.begin("HABITAT", "{'category':['habitat-indigne']}", "{'team':'E3'}"));
        assertThatThrownBy(() -> inside(() -> jdbc.sql("delete from catalogue.category where code = 'habitat-indigne'")
                        .update()))
                .rootCause()
                .hasMessageContaining("rule_reference");

        inside(() -> jdbc.sql("update catalogue.category set active = false where code = 'habitat-indigne'")
                .update());

        Answers list = desk.list();
        assertThat(list.<List<List<String>>>at("$.items[?(@.state=='ACTIVE')].faults"))
                .containsExactly(
                        List.of(
                                "À « if.category[0] », « Habitat indigne » a pris fin. Choisissez ce qui le remplace, ou retirez la condition."));
        assertThat(desk.step(draft, "activation").problem()).isEqualTo("rule-closed-reference");
        assertThat(desk.report("nid-de-poule", WEST, "").<String>at("$.team.code"))
                .isEqualTo("E2");
    }

    private Answers rule(String code) throws Exception {
        String id = desk.list()
                .<List<String>>at("$.items[?(@.code=='" + code + "')].id")
                .getFirst();
        return Answers.to(
                http,
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(desk.base + "/desk/rules/" + id)
                        .with(TestCity.as(desk.administrator)));
    }

    /** 30 m east of the place in the west. */
    private void school() {
        inside(() -> {
            jdbc.sql("""
                            insert into territory.asset (jurisdiction_id, asset_id, kind, code, name, location)
                            values (access.current_jurisdiction(), gen_random_uuid(), 'SCHOOL', 'E-1', 'École Jules-Ferry',
                                st_setsrid(st_makepoint(2.020395, 47.05), 4326))
                            """).update();
            priorities.placeClass("ECOLE", "école", Priorities.Source.ASSET, new String[] {"SCHOOL"}, 100);
        });
    }

    private void inside(Runnable work) {
        cities.inside(city.jurisdiction(), () -> {
            work.run();
            return true;
        });
    }
}
