package org.vigie.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.FrenchSpaces;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.CatalogueDraft;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.request.Danger;
import org.vigie.request.Priorities;
import org.vigie.request.Priority;
import org.vigie.team.Coverages;
import org.vigie.team.Occasion;
import org.vigie.team.Shift;
import org.vigie.team.TeamChoice;
import org.vigie.team.TeamDraft;
import org.vigie.team.TeamSentences;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Which team goes, who answers, how urgent it is, and what staff read of it. */
@ServiceTest
class WhoGoesTest {

    private static final ZonedDateTime SUNDAY_NIGHT =
            ZonedDateTime.of(2026, 11, 22, 23, 30, 0, 0, ZoneId.of("Europe/Paris"));

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    TeamDraft draft;

    @Autowired
    CatalogueDraft catalogue;

    @Autowired
    Categories categories;

    @Autowired
    Coverages coverages;

    @Autowired
    TeamSentences sentences;

    @Autowired
    Priorities priorities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    TestCity.City city;
    SignedInAccount dispatcher;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        dispatcher = cities.account(city, Role.DISPATCHER);
    }

    @Test
    void whatIsUrgentOnASundayNightGoesToTheTeamOnCall() {
        inside(() -> {
            UUID night = draft.shift(
                    "NUIT",
                    "nuits et dimanches",
                    List.of(
                            new Shift.Span(DayOfWeek.SUNDAY, LocalTime.MIDNIGHT, LocalTime.of(7, 0)),
                            new Shift.Span(DayOfWeek.SUNDAY, LocalTime.of(7, 0), LocalTime.of(6, 0))));
            draft.onCall(city.east().id(), night, Optional.empty(), LocalDate.of(2026, 1, 1), Optional.empty());
            Category danger = category("danger");

            assertThat(explained(danger, SUNDAY_NIGHT))
                    .isEqualTo("Urgence : E2, Voirie Est est d’astreinte (nuits et dimanches).");
            assertThat(explained(danger, SUNDAY_NIGHT.plusHours(12))).isEqualTo("Urgence : U1, Urgences va partout.");
            assertThat(explained(category("nid-de-poule"), SUNDAY_NIGHT))
                    .isEqualTo("E1, Voirie Ouest traite « Nid-de-poule » dans ce secteur.");
        });
    }

    @Test
    void theRequestItselfSaysWhoIsOnCallAndWhoStandsInForThem() throws Exception {
        SignedInAccount absent = cities.account(city, Role.TEAM_MEMBER, city.east());
        SignedInAccount deputy = cities.account(city, Role.PATROLLER);
        inside(() -> {
            draft.onCall(
                    city.east().id(),
                    always(),
                    Optional.of(absent.accountId()),
                    today().minusDays(9),
                    Optional.empty());
            draft.absent(
                    absent.accountId(), Optional.of(deputy.accountId()), today().minusDays(2), today().plusDays(2));
        });

        Answers detail = report("danger", "");

        assertThat(detail.<String>at("$.team.code")).isEqualTo("E2");
        assertThat(detail.<String>at("$.job.team.code")).isEqualTo("E2");
        assertThat(detail.<String>at("$.assignment.rule")).isEqualTo("ON_CALL");
        assertThat(detail.<String>at("$.assignment.reason"))
                .isEqualTo("Urgence : E2, Voirie Est est d’astreinte (toujours). "
                        + "Répond : Personne PATROLLER, qui remplace Personne TEAM_MEMBER, absent.");
        assertThat(detail.<List<String>>at("$.history[?(@.entry=='ASSIGNED')].staffText"))
                .containsExactly(detail.<String>at("$.assignment.reason"));
    }

    @Test
    void anAbsentReferentIsStoodInForByTheDeputy() throws Exception {
        SignedInAccount referent = cities.account(city, Role.REFERENT);
        SignedInAccount deputy = cities.account(city, Role.HEAD);
        inside(() -> catalogue.referent(
                referent.accountId(), category("nid-de-poule").service().id()));
        assertThat(report("nid-de-poule", "").<String>at("$.assignment.reason"))
                .isEqualTo("E1, Voirie Ouest traite « Nid-de-poule » dans ce secteur. Référent : Personne REFERENT.");

        inside(() -> draft.absent(referent.accountId(), Optional.of(deputy.accountId()), today(), today()));

        assertThat(report("nid-de-poule", "").<String>at("$.assignment.reason"))
                .isEqualTo("E1, Voirie Ouest traite « Nid-de-poule » dans ce secteur. "
                        + "Référent : Personne HEAD, qui remplace Personne REFERENT, absent.");
    }

    @Test
    void aTeamThatLacksASkillIsNeitherChosenNorProposed() throws Exception {
        inside(() -> {
            UUID lift = draft.skill("NACELLE", "nacelle", TeamDraft.SkillKind.MEANS);
            draft.need(category("nid-de-poule").id(), lift);
            draft.hold(city.lighting().id(), lift);
            coverages.add(
                    city.lighting().id(),
                    Optional.empty(),
                    Optional.of(category("nid-de-poule").id()));
        });

        Answers detail = report("nid-de-poule", "");

        assertThat(detail.<String>at("$.team.code")).isEqualTo("E3");
        assertThat(detail.<String>at("$.assignment.reason"))
                .isEqualTo(
                        "E3, Éclairage traite « Nid-de-poule » partout. Pas E1, Voirie Ouest : il lui manque nacelle.");
        assertThat(detail.<List<String>>at("$.suggestions[*].team.code")).containsExactly("E3");
    }

    @Test
    void whatNoTeamCanDoGoesToTheFrontOfficeAndSaysWhoseSkillIsMissing() throws Exception {
        inside(() -> draft.need(category("nid-de-poule").id(), draft.skill("GRUE", "grue", TeamDraft.SkillKind.MEANS)));

        Answers detail = report("nid-de-poule", "");

        assertThat(detail.<String>at("$.team.code")).isEqualTo("ACCUEIL");
        assertThat(detail.<String>at("$.assignment.reason"))
                .isEqualTo(
                        "Personne ne couvre ce cas : ACCUEIL, Accueil le prend. Pas E1, Voirie Ouest : il lui manque grue.");
    }

    @Test
    void aSectorThatServesIsGivenItsDefaultTeamAtOnceAndCannotLoseIt() {
        assertThat(defaults()).isEqualTo(2);
        assertThatThrownBy(() ->
                        inside(() -> jdbc.sql("delete from team.sector_default").update()))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> inside(() ->
                        jdbc.sql("delete from team.team where is_last_resort").update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void theDefaultTeamTakesWhatNobodyCoversInItsSector() throws Exception {
        inside(() -> draft.sectorDefault(city.westSector(), city.lighting().id()));

        Answers detail = report("habitat-indigne", "");

        assertThat(detail.<String>at("$.assignment.rule")).isEqualTo("SECTOR_DEFAULT");
        assertThat(detail.<String>at("$.assignment.reason"))
                .isEqualTo("Personne ne couvre ce cas : E3, Éclairage est l’équipe par défaut du secteur.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nid-de-poule | NONE | HIGH | Priorité haute : « Nid-de-poule », à 30 m de École Jules-Ferry (école).",
                "nid-de-poule | IMMEDIATE | URGENT | Priorité urgente : « Nid-de-poule », danger immédiat.",
                "lampadaire | POSSIBLE | HIGH | Priorité haute : « Lampadaire éteint », à 22 m de Avenue Foch (grand axe). Danger annoncé : possible."
            })
    void aPlaceOrADangerMakesItMoreUrgentAndSaysWhy(String category, String danger, String priority, String why)
            throws Exception {
        matrix();

        Answers detail = report(category, ",\"danger\":\"" + danger + "\"");

        assertThat(detail.<String>at("$.priority")).isEqualTo(priority);
        assertThat(detail.<List<String>>at("$.history[?(@.entry=='PRIORITY')].staffText"))
                .containsExactly(why);
    }

    @Test
    void aDangerThatNoRuleSpeaksOfIsToldToWhoeverAnswersNonetheless() throws Exception {
        Answers detail = report("nid-de-poule", ",\"danger\":\"POSSIBLE\"");

        assertThat(detail.<String>at("$.priority")).isEqualTo("NORMAL");
        assertThat(detail.<List<String>>at("$.history[?(@.entry=='PRIORITY')].staffText"))
                .containsExactly("Danger annoncé : possible.");
    }

    @Test
    void thePriorityIsToldBeforeAnythingIsSentToStaffWithItsReason() throws Exception {
        matrix();
        String path = "/" + city.jurisdiction().code()
                + "/api/locate?lon=2.02&lat=47.05&category=nid-de-poule&danger=IMMEDIATE";

        Answers toStaff = Answers.to(http, get(path).with(as(dispatcher)));
        assertThat(toStaff.<String>at("$.priority.priority")).isEqualTo("URGENT");
        assertThat(toStaff.<String>at("$.priority.sentence"))
                .isEqualTo("Priorité urgente : « Nid-de-poule », danger immédiat.");
        assertThat(toStaff.<String>at("$.team.code")).isEqualTo("U1");

        Answers toResidents = Answers.to(http, get(path));
        assertThat(toResidents.<Boolean>at("$.urgent")).isTrue();
        assertThat(toResidents.text()).doesNotContain("\"priority\"");
        assertThat(Answers.to(http, get(path.replace("IMMEDIATE", "NONE"))).<Boolean>at("$.urgent"))
                .isFalse();
    }

    @Test
    void whatTheMatrixMakesUrgentGoesToTheUrgentTeam() throws Exception {
        matrix();

        assertThat(report("nid-de-poule", ",\"danger\":\"IMMEDIATE\"").<String>at("$.team.code"))
                .isEqualTo("U1");
        assertThat(report("nid-de-poule", "").<String>at("$.team.code")).isEqualTo("E1");
    }

    @Test
    void farFromEverythingItIsAsUrgentAsTheCategoryUsuallyIs() throws Exception {
        matrix();

        Answers detail = report("nid-de-poule", "2.03, 47.06", "");

        assertThat(detail.<String>at("$.priority")).isEqualTo("NORMAL");
        assertThat(detail.<List<String>>at("$.history[*].entry")).doesNotContain("PRIORITY");
    }

    /** A school 30 m east of the place that is reported, and a main road 22 m north of it. */
    private void matrix() {
        inside(() -> {
            jdbc.sql("""
                            insert into territory.asset (jurisdiction_id, asset_id, kind, code, name, location)
                            values (access.current_jurisdiction(), gen_random_uuid(), 'SCHOOL', 'E-1', 'École Jules-Ferry',
                                st_setsrid(st_makepoint(2.020395, 47.05), 4326))
                            """).update();
            jdbc.sql("""
                            insert into territory.basemap_feature (jurisdiction_id, kind, class, name, shape)
                            values (access.current_jurisdiction(), 'STREET', 'main', 'Avenue Foch',
                                st_setsrid(st_geomfromtext('LINESTRING(2 47.0502, 2.1 47.0502)'), 4326))
                            """).update();
            UUID school =
                    priorities.placeClass("ECOLE", "école", Priorities.Source.ASSET, new String[] {"SCHOOL"}, 100);
            UUID road = priorities.placeClass("AXE", "grand axe", Priorities.Source.STREET, new String[] {"main"}, 25);
            rule("P1", Optional.of("nid-de-poule"), Optional.empty(), Optional.of(school), Priority.HIGH);
            rule("P2", Optional.of("nid-de-poule"), Optional.of(Danger.IMMEDIATE), Optional.empty(), Priority.URGENT);
            rule("P3", Optional.empty(), Optional.empty(), Optional.of(road), Priority.HIGH);
        });
    }

    private void rule(
            String code, Optional<String> category, Optional<Danger> danger, Optional<UUID> place, Priority priority) {
        priorities.rule(code, new Priorities.About(Optional.empty(), category, danger, place), priority);
    }

    private UUID always() {
        return draft.shift(
                "TOUJOURS",
                "toujours",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Shift.Span(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                        .toList());
    }

    private String explained(Category category, ZonedDateTime at) {
        TeamChoice choice = coverages
                .read()
                .choose(new Occasion(
                        city.westSector(), category, category.service().id(), category.isUrgent(), at));
        return sentences.of(choice, category, Locale.FRENCH).replace(FrenchSpaces.NARROW, " ");
    }

    private Category category(String code) {
        return categories.findOffered(code).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), city.jurisdiction().zone());
    }

    private int defaults() {
        return cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("select count(*) from team.sector_default")
                        .query(Integer.class)
                        .single());
    }

    private Answers report(String category, String more) throws Exception {
        return report(category, "2.02, 47.05", more);
    }

    private Answers report(String category, String position, String more) throws Exception {
        String base = "/" + city.jurisdiction().code() + "/api";
        Answers receipt = Answers.to(
                http,
                post(base + "/requests")
                        .header("Idempotency-Key", "key-" + UUID.randomUUID())
                        .content("{\"category\":\"%s\",\"position\":{\"type\":\"Point\",\"coordinates\":[%s]}%s}"
                                .formatted(category, position, more)));
        assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);
        return Answers.to(
                http, get(base + "/desk/requests/" + receipt.at("$.id")).with(as(dispatcher)));
    }

    private void inside(Runnable work) {
        cities.inside(city.jurisdiction(), () -> {
            work.run();
            return true;
        });
    }
}
