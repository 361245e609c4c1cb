package org.vigie.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Promises;
import org.vigie.catalogue.RequestKind;
import org.vigie.team.TeamChoice.Rule;

class CoverageTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZonedDateTime MONDAY_NOON = ZonedDateTime.of(2026, 11, 23, 12, 0, 0, 0, PARIS);
    private static final ZonedDateTime SUNDAY_NIGHT = ZonedDateTime.of(2026, 11, 22, 23, 30, 0, 0, PARIS);
    private static final UUID CENTRE = UUID.randomUUID();
    private static final UUID NORTH = UUID.randomUUID();
    private static final Team ROADS_CENTRE = team("E1", Team.Kind.REGULAR);
    private static final Team ROADS = team("E2", Team.Kind.REGULAR);
    private static final Team CENTRE_TEAM = team("E3", Team.Kind.REGULAR);
    private static final Team NIGHT = team("E9", Team.Kind.REGULAR);
    private static final Team URGENT = team("U1", Team.Kind.URGENT);
    private static final Team DESK = team("ACCUEIL", Team.Kind.DESK);
    private static final Shift SUNDAY = new Shift(
            UUID.randomUUID(),
            "DIM",
            "Dimanche et nuit",
            List.of(
                    new Shift.Span(DayOfWeek.SUNDAY, LocalTime.MIDNIGHT, LocalTime.of(0, 0)),
                    new Shift.Span(DayOfWeek.SUNDAY, LocalTime.of(20, 0), LocalTime.of(7, 0))));

    private final Category pothole = category(false);
    private final Category danger = category(true);
    private final Map<Coverage.Cell, List<Coverage.Covering>> cells = new HashMap<>();
    private final Map<UUID, Team> defaults = new HashMap<>();
    private final List<Coverage.Duty> duties = new ArrayList<>();
    private final List<Team> teams = new ArrayList<>(List.of(DESK, ROADS_CENTRE, ROADS, CENTRE_TEAM, NIGHT, URGENT));
    private final Map<UUID, Set<UUID>> needed = new HashMap<>();
    private final Map<UUID, Set<UUID>> held = new HashMap<>();
    private final Map<UUID, List<Absences.Absence>> absences = new HashMap<>();
    private final Map<UUID, String> names = new HashMap<>();
    private final Map<UUID, List<Referents.Referent>> referents = new HashMap<>();
    private final UUID lift = UUID.randomUUID();

    CoverageTest() {
        cover(CENTRE, pothole, ROADS_CENTRE, null);
        cover(null, pothole, ROADS, null);
        cover(CENTRE, null, CENTRE_TEAM, null);
    }

    @Test
    void prefersTheTeamOfSectorAndCategoryOverEveryWiderCoverage() {
        assertThat(named(CENTRE, pothole, MONDAY_NOON)).isEqualTo("E1 SECTOR_AND_CATEGORY");
    }

    @Test
    void fallsBackToTheCategoryThenTheSectorThenItsDefaultThenTheLastResort() {
        Category other = category(false);
        defaults.put(NORTH, NIGHT);
        defaults.put(CENTRE, DESK);
        assertThat(named(NORTH, pothole, MONDAY_NOON)).isEqualTo("E2 CATEGORY");
        assertThat(named(CENTRE, other, MONDAY_NOON)).isEqualTo("E3 SECTOR");
        assertThat(named(NORTH, other, MONDAY_NOON)).isEqualTo("E9 SECTOR_DEFAULT");
        assertThat(named(null, other, MONDAY_NOON)).isEqualTo("ACCUEIL LAST_RESORT");
        defaults.put(NORTH, DESK);
        assertThat(named(NORTH, other, MONDAY_NOON)).isEqualTo("ACCUEIL LAST_RESORT");
    }

    @Test
    void sendsWhatIsUrgentToTheUrgentTeamWhereverItIs() {
        assertThat(named(null, danger, MONDAY_NOON)).isEqualTo("U1 URGENT");
    }

    @Test
    void treatsUrgentCategoriesByCoverageWhereThereIsNoUrgentTeam() {
        teams.remove(URGENT);
        assertThat(named(CENTRE, danger, MONDAY_NOON)).isEqualTo("E3 SECTOR");
    }

    @Test
    void sendsWhatIsUrgentOnASundayNightToTheTeamOnCallAndOnMondayNoonNot() {
        duties.add(duty(NIGHT, null, LocalDate.of(2026, 1, 1), null));
        assertThat(named(CENTRE, danger, SUNDAY_NIGHT)).isEqualTo("E9 ON_CALL");
        assertThat(named(CENTRE, danger, SUNDAY_NIGHT.plusHours(7))).isEqualTo("E9 ON_CALL");
        assertThat(named(CENTRE, danger, SUNDAY_NIGHT.plusHours(8))).isEqualTo("U1 URGENT");
        assertThat(named(CENTRE, danger, MONDAY_NOON)).isEqualTo("U1 URGENT");
        assertThat(named(CENTRE, pothole, SUNDAY_NIGHT)).isEqualTo("E1 SECTOR_AND_CATEGORY");
    }

    @Test
    void theRotaHoldsByTheDayOnWhichTheNightBegins() {
        duties.add(duty(NIGHT, null, LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 22)));
        assertThat(named(null, danger, SUNDAY_NIGHT.plusHours(7))).isEqualTo("E9 ON_CALL");
        assertThat(named(null, danger, SUNDAY_NIGHT.plusWeeks(1))).isEqualTo("U1 URGENT");
        assertThat(named(null, danger, SUNDAY_NIGHT.minusWeeks(1))).isEqualTo("U1 URGENT");
    }

    @Test
    void whoeverIsOnCallAndAbsentIsStoodInForAndSoIsTheDeputy() {
        UUID anne = person("Anne");
        UUID bruno = person("Bruno");
        UUID carla = person("Carla");
        duties.add(duty(NIGHT, anne, LocalDate.of(2026, 1, 1), null));
        assertThat(onCall()).contains(new Present(anne, "Anne", Optional.empty()));
        away(anne, bruno);
        assertThat(onCall()).contains(new Present(bruno, "Bruno", Optional.of("Anne")));
        away(bruno, carla);
        assertThat(onCall()).contains(new Present(carla, "Carla", Optional.of("Anne")));
        away(carla, anne);
        assertThat(onCall()).isEmpty();
    }

    @Test
    void anAbsentReferentIsStoodInForByTheDeputyAndWithoutOneByTheNext() {
        UUID anne = person("Anne");
        UUID bruno = person("Bruno");
        UUID carla = person("Carla");
        UUID service = UUID.randomUUID();
        referents.put(service, List.of(referent(anne, null, null, null), referent(carla, null, null, null)));
        assertThat(speaks(service, SUNDAY_NIGHT)).isEqualTo("Anne SERVICE");
        away(anne, bruno);
        assertThat(speaks(service, SUNDAY_NIGHT)).isEqualTo("Bruno for Anne SERVICE");
        assertThat(speaks(service, MONDAY_NOON.plusDays(9))).isEqualTo("Anne SERVICE");
        absences.clear();
        away(anne, null);
        assertThat(speaks(service, SUNDAY_NIGHT)).isEqualTo("Carla SERVICE not Anne");
    }

    @Test
    void theMostSpecificReferentSpeaksThenTheStandingDeputyThenTheNextMostSpecific() {
        UUID service = UUID.randomUUID();
        UUID all = person("All");
        UUID area = person("Area");
        UUID kind = person("Kind");
        UUID both = person("Both");
        UUID deputy = person("Deputy");
        referents.put(
                service,
                List.of(
                        referent(all, null, null, null),
                        referent(area, null, CENTRE, null),
                        referent(kind, pothole.id(), null, null),
                        referent(both, pothole.id(), CENTRE, deputy)));
        assertThat(speaks(service, MONDAY_NOON)).isEqualTo("Both CATEGORY_AND_SECTOR");
        assertThat(coverage().referent(new ReferentQuestion(service, danger.id(), CENTRE), MONDAY_NOON))
                .hasValueSatisfying(found -> assertThat(found.rule()).isEqualTo(ReferentChoice.Rule.SECTOR));
        assertThat(coverage().referent(new ReferentQuestion(service, pothole.id(), null), MONDAY_NOON))
                .hasValueSatisfying(found -> assertThat(found.person().name()).isEqualTo("Kind"));
        assertThat(coverage().referent(new ReferentQuestion(service, danger.id(), NORTH), MONDAY_NOON))
                .hasValueSatisfying(found -> assertThat(found.person().name()).isEqualTo("All"));
        away(both, null);
        assertThat(speaks(service, SUNDAY_NIGHT)).isEqualTo("Deputy for Both CATEGORY_AND_SECTOR");
        away(deputy, both);
        assertThat(speaks(service, SUNDAY_NIGHT)).isEqualTo("Kind CATEGORY not Both");
        away(kind, null);
        away(area, null);
        away(all, null);
        assertThat(coverage().referent(new ReferentQuestion(service, pothole.id(), CENTRE), SUNDAY_NIGHT))
                .isEmpty();
    }

    private static Referents.Referent referent(
            UUID account, @Nullable UUID category, @Nullable UUID sector, @Nullable UUID deputy) {
        return new Referents.Referent(account, category, sector, deputy);
    }

    private String speaks(UUID service, ZonedDateTime at) {
        ReferentChoice choice = coverage()
                .referent(new ReferentQuestion(service, pothole.id(), CENTRE), at)
                .orElseThrow();
        return choice.person().name()
                + choice.person().insteadOf().map(absent -> " for " + absent).orElse("") + " " + choice.rule()
                + (choice.passedOver().isEmpty() ? "" : " not " + String.join(",", choice.passedOver()));
    }

    @Test
    void aTeamThatLacksASkillIsPassedOverAndSaidSo() {
        needed.put(pothole.id(), Set.of(lift));
        held.put(ROADS.id(), Set.of(lift));
        TeamChoice choice = coverage().choose(occasion(CENTRE, pothole, MONDAY_NOON));
        assertThat(choice.team()).isEqualTo(ROADS);
        assertThat(choice.passedOver()).containsExactly(new TeamChoice.PassedOver(ROADS_CENTRE, List.of("nacelle")));
    }

    @Test
    void whatNoTeamCanDoGoesToTheLastResortWithEveryTeamThatWasPassedOver() {
        needed.put(pothole.id(), Set.of(lift));
        defaults.put(CENTRE, NIGHT);
        TeamChoice choice = coverage().choose(occasion(CENTRE, pothole, MONDAY_NOON));
        assertThat(choice.team()).isEqualTo(DESK);
        assertThat(choice.passedOver().stream().map(passed -> passed.team().code()))
                .containsExactly("E1", "E2", "E3", "E9");
    }

    @Test
    void aCoverageDuringAShiftGoesBeforeTheOneThatAlwaysHoldsAndOnlyThen() {
        cover(CENTRE, pothole, NIGHT, SUNDAY);
        assertThat(named(CENTRE, pothole, SUNDAY_NIGHT)).isEqualTo("E9 SECTOR_AND_CATEGORY");
        assertThat(named(CENTRE, pothole, MONDAY_NOON)).isEqualTo("E1 SECTOR_AND_CATEGORY");
    }

    @Test
    void aTeamOfTheCompetentServiceGoesBeforeWhoCoversTheCategory() {
        UUID service = UUID.randomUUID();
        Team theirs = new Team(UUID.randomUUID(), "A1", "Agglo", Optional.of(service), Team.Kind.REGULAR, false, 10);
        teams.add(theirs);
        assertThat(coverage()
                        .choose(occasion(CENTRE, pothole, MONDAY_NOON).forService(service))
                        .rule())
                .isEqualTo(Rule.SERVICE);
    }

    private Coverage coverage() {
        return new Coverage(new Coverage.Data(
                teams,
                cells,
                defaults,
                duties,
                new Skills(Map.of(lift, "nacelle"), needed, held),
                new Absences(absences, names),
                new Referents(referents, new Absences(absences, names))));
    }

    private String named(@Nullable UUID sector, Category category, ZonedDateTime at) {
        TeamChoice choice = coverage().choose(occasion(sector, category, at));
        return choice.team().code() + " " + choice.rule();
    }

    private Optional<Present> onCall() {
        return coverage().choose(occasion(null, danger, SUNDAY_NIGHT)).onCall();
    }

    private static Occasion occasion(@Nullable UUID sector, Category category, ZonedDateTime at) {
        return new Occasion(sector, category, category.service().id(), category.isUrgent(), at);
    }

    private void cover(@Nullable UUID sector, @Nullable Category category, Team team, @Nullable Shift shift) {
        List<Coverage.Covering> at = cells.computeIfAbsent(
                new Coverage.Cell(sector, category == null ? null : category.id()), cell -> new ArrayList<>());
        at.add(shift == null ? at.size() : 0, new Coverage.Covering(team, Optional.ofNullable(shift)));
    }

    private static Coverage.Duty duty(Team team, @Nullable UUID account, LocalDate first, @Nullable LocalDate last) {
        return new Coverage.Duty(team, SUNDAY, Optional.ofNullable(account), first, Optional.ofNullable(last));
    }

    private UUID person(String name) {
        UUID id = UUID.randomUUID();
        names.put(id, name);
        return id;
    }

    private void away(UUID account, @Nullable UUID deputy) {
        absences.put(
                account,
                List.of(new Absences.Absence(account, deputy, LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 29))));
    }

    private static Team team(String code, Team.Kind kind) {
        return new Team(UUID.randomUUID(), code, code, Optional.empty(), kind, kind == Team.Kind.DESK, 10);
    }

    private static Category category(boolean urgent) {
        UUID id = UUID.randomUUID();
        return new Category(
                id,
                id.toString(),
                "Catégorie",
                "voirie",
                "",
                "street",
                RequestKind.INCIDENT,
                false,
                urgent,
                new Category.ServiceName(UUID.randomUUID(), "voirie", "Voirie"),
                Promises.NONE,
                50);
    }
}
