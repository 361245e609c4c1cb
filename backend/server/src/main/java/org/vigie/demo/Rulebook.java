package org.vigie.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.catalogue.CalendarDraft;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.CompetenceDraft;
import org.vigie.catalogue.calendar.HolidayRule;
import org.vigie.catalogue.calendar.Hours;
import org.vigie.catalogue.calendar.SpecialDay;
import org.vigie.catalogue.calendar.WorkCalendar;
import org.vigie.demo.town.Town;
import org.vigie.geo.Geometries;
import org.vigie.request.Danger;
import org.vigie.request.Priorities;
import org.vigie.request.Priority;
import org.vigie.team.Shift;
import org.vigie.team.TeamDraft;

/** What Aubrelle has agreed on: whose road it is, who is on call, what a work needs, what comes first. */
@Component
class Rulebook {

    private static final String DEPARTMENTAL_ROAD = "Route de Sainte-Croix";
    private static final double ROAD_WIDTH_METRES = 10;
    private static final LocalDate FROM_THE_FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime MORNING = LocalTime.of(7, 30);

    private final CalendarDraft calendars;
    private final CompetenceDraft competences;
    private final TeamDraft teams;
    private final Priorities priorities;
    private final JdbcClient jdbc;

    Rulebook(
            CalendarDraft calendars,
            CompetenceDraft competences,
            TeamDraft teams,
            Priorities priorities,
            JdbcClient jdbc) {
        this.calendars = calendars;
        this.competences = competences;
        this.teams = teams;
        this.priorities = priorities;
        this.jdbc = jdbc;
    }

    /** Whoever answers the hotline, the counter and the freephone; the promises run on the counter's days. */
    Engagements ofHours() {
        WorkCalendar office = calendar("jours-ouvres", "Jours ouvrés", "09:00-17:00", false);
        calendar("allo-aubrelle", "Allô Aubrelle", "09:00-12:00 13:30-17:00", true);
        calendar("numero-vert", "Numéro vert voirie", "08:30-12:00 13:30-18:00", false);
        calendars.day("jours-ouvres", LocalDate.of(2027, 5, 7), new SpecialDay("Pont de l’Ascension", List.of()));
        return new Engagements(office);
    }

    private WorkCalendar calendar(String code, String name, String spans, boolean hotline) {
        List<Hours> hours = Arrays.stream(spans.split(" "))
                .map(span -> span.split("-", 2))
                .map(span -> new Hours(LocalTime.parse(span[0]), LocalTime.parse(span[1])))
                .toList();
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)) {
            week.put(day, hours);
        }
        return calendars.add(
                new CalendarDraft.NewCalendar(code, name, DemoCity.ZONE, HolidayRule.FRANCE, week, hotline));
    }

    /** Skills, rota and default teams: what three years have been lived by. */
    void ofTeams(Map<String, UUID> teamIds, Map<String, Category> categories) {
        UUID electrician = teams.skill("ELEC", "habilitation électrique", TeamDraft.SkillKind.SKILL);
        UUID pruner = teams.skill("ELAG", "certificat d’élagage", TeamDraft.SkillKind.SKILL);
        UUID lift = teams.skill("NACELLE", "nacelle", TeamDraft.SkillKind.MEANS);
        hold(teamIds, "E5", electrician, lift);
        hold(teamIds, "E6", pruner, lift);
        hold(teamIds, "U1", electrician, pruner, lift);
        need(
                categories,
                electrician,
                "lampadaire-eteint",
                "rue-sans-lumiere",
                "lampadaire-clignote",
                "danger-electrique");
        need(categories, lift, "lampadaire-eteint", "lampadaire-clignote");
        need(categories, pruner, "taille", "arbre-menacant");
        UUID urgent = Objects.requireNonNull(teamIds.get("U1"));
        teams.onCall(urgent, nightsAndWeekends(), firstMember(urgent), FROM_THE_FIRST, Optional.empty());
        jdbc.sql("""
                        update team.sector_default d set team_id = c.team_id
                        from team.coverage c
                        where c.jurisdiction_id = d.jurisdiction_id and c.sector_id = d.sector_id and c.category_id is null
                        """).update();
    }

    /** Roads, areas and periods: what holds from now on. */
    void ofPlaces(Town town, Instant now) {
        UUID department = competences.authority("Département de la Lorne");
        UUID road = competences.road("RD976", "RD 976", departmentalRoad(town), ROAD_WIDTH_METRES);
        competences.competence("RD976", department, Optional.empty(), extent(Optional.of(road), "voirie", now, null));
        competences.competence("EAU", agglomeration(), Optional.empty(), extent(Optional.empty(), "eau", now, null));
        UUID sector = competences.sector("S05", "Secteur S05", sectorId("S05"));
        competences.stop(
                "Travaux d’enrobés annoncés ici : inutile de signaler les trous, la rue est refaite.",
                false,
                extent(Optional.of(sector), "voirie", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(12))));
        competences.stop(
                "Éclairage coupé pour les travaux du réseau : il revient sans que vous ayez à le signaler.",
                true,
                new CompetenceDraft.Extent(
                        Optional.of(sector),
                        Optional.empty(),
                        Optional.of("lampadaire-eteint"),
                        now.minus(Duration.ofDays(1)),
                        Optional.of(now.plus(Duration.ofDays(5)))));
        UUID centre = competences.sector("Q1", "Quartier du centre", sectorId("Q1"));
        competences.activate(new CompetenceDraft.Extent(
                Optional.of(centre), Optional.empty(), Optional.of("trottinettes"), now, Optional.empty()));
        sendAReferentAway(LocalDate.ofInstant(now, DemoCity.ZONE));
        sayWhatComesFirst();
    }

    private static CompetenceDraft.Extent extent(
            Optional<UUID> ground, String domain, Instant from, @org.jspecify.annotations.Nullable Instant until) {
        return new CompetenceDraft.Extent(
                ground, Optional.of(domain), Optional.empty(), from, Optional.ofNullable(until));
    }

    private static MultiLineString departmentalRoad(Town town) {
        LineString[] lines = town.streets().stream()
                .filter(street -> street.name().equals(DEPARTMENTAL_ROAD))
                .map(street -> street.line())
                .toArray(LineString[]::new);
        return Geometries.FACTORY.createMultiLineString(lines);
    }

    private UUID agglomeration() {
        return jdbc.sql("select organisation_id from catalogue.service where code = 'eau'")
                .query(UUID.class)
                .single();
    }

    private UUID sectorId(String code) {
        return jdbc.sql("select sector_id from territory.sector where code = :code")
                .param("code", code)
                .query(UUID.class)
                .single();
    }

    private void hold(Map<String, UUID> teamIds, String team, UUID... skills) {
        for (UUID skill : skills) {
            teams.hold(Objects.requireNonNull(teamIds.get(team)), skill);
        }
    }

    private void need(Map<String, Category> categories, UUID skill, String... codes) {
        for (String code : codes) {
            teams.need(Objects.requireNonNull(categories.get(code)).id(), skill);
        }
    }

    private UUID nightsAndWeekends() {
        List<Shift.Span> spans = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
            spans.add(new Shift.Span(day, weekend ? MORNING : EVENING, MORNING));
        }
        return teams.shift("ASTREINTE", "nuits et week-ends", spans);
    }

    private Optional<UUID> firstMember(UUID team) {
        return jdbc.sql("select account_id from team.member where team_id = :team order by account_id limit 1")
                .param("team", team)
                .query(UUID.class)
                .optional();
    }

    /** The referent of the cleaning service is away; the next one of the same service stands in. */
    private void sendAReferentAway(LocalDate today) {
        List<UUID> referents = jdbc.sql("""
                        select r.account_id from catalogue.referent r join catalogue.service s using (jurisdiction_id, service_id)
                        where s.code = 'proprete' order by r.account_id limit 2
                        """)
                .query((row, n) -> row.getObject("account_id", UUID.class))
                .list();
        teams.absent(referents.getFirst(), Optional.of(referents.getLast()), today.minusDays(3), today.plusDays(11));
    }

    private void sayWhatComesFirst() {
        UUID school = priorities.placeClass("ECOLE", "école", Priorities.Source.ASSET, new String[] {"SCHOOL"}, 100);
        UUID hospital = priorities.placeClass(
                "HOPITAL", "hôpital", Priorities.Source.LANDMARK, new String[] {"Centre hospitalier d’Aubrelle"}, 150);
        UUID road =
                priorities.placeClass("AXE", "grand axe", Priorities.Source.STREET, new String[] {"trunk", "main"}, 15);
        first("ECOLE-VOIRIE", Optional.of("voirie"), Optional.empty(), Optional.of(school), Priority.HIGH);
        first("ECOLE-ECLAIRAGE", Optional.of("eclairage"), Optional.empty(), Optional.of(school), Priority.HIGH);
        first("HOPITAL-VOIRIE", Optional.of("voirie"), Optional.empty(), Optional.of(hospital), Priority.HIGH);
        first("AXE-DANGER", Optional.empty(), Optional.of(Danger.POSSIBLE), Optional.of(road), Priority.HIGH);
        first("DANGER", Optional.empty(), Optional.of(Danger.IMMEDIATE), Optional.empty(), Priority.URGENT);
    }

    private void first(
            String code, Optional<String> domain, Optional<Danger> danger, Optional<UUID> place, Priority priority) {
        priorities.rule(code, new Priorities.About(domain, Optional.empty(), danger, place), priority);
    }
}
