package org.vigie.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Competence;
import org.vigie.catalogue.CompetenceLookup;
import org.vigie.catalogue.Competences;
import org.vigie.geo.Wgs84Point;
import org.vigie.team.Coverage;
import org.vigie.team.Coverages;
import org.vigie.team.Occasion;
import org.vigie.team.ReferentQuestion;
import org.vigie.team.TeamChoice;
import org.vigie.territory.Jurisdictions;
import org.vigie.territory.LocatedSector;
import org.vigie.territory.SectorLocator;
import org.vigie.testing.ServiceTest;

/** Makes the city once and looks at it from all sides. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCityTest {

    @Autowired
    DemoCity city;

    @Autowired
    Jurisdictions jurisdictions;

    @Autowired
    SectorLocator locator;

    @Autowired
    Coverages coverages;

    @Autowired
    Categories categories;

    @Autowired
    Competences competences;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Jurisdiction aubrelle;
    private List<DemoAccount> accounts;

    @BeforeAll
    void make() {
        Instant start = clock.instant();
        accounts = SharedDemoCity.make(city, step -> System.out.printf("demo %5.1f s  %s%n", seconds(start), step));
        System.out.printf("demo city made in %.1f s%n", seconds(start));
        aubrelle = jurisdictions.find(DemoCity.CODE).orElseThrow();
    }

    private double seconds(Instant start) {
        return (clock.instant().toEpochMilli() - start.toEpochMilli()) / 1000.0;
    }

    @Test
    void manyReportsNameTheLampOrTheBinThatTheyAreAbout() {
        inside(() -> {
            assertThat(jdbc.sql("select count(*) from request.request_asset")
                            .query(Integer.class)
                            .single())
                    .isBetween(500, 5_000);
            assertThat(jdbc.sql("""
                            select count(*) from request.request_asset n join request.request r using (request_id) join territory.asset a using (asset_id)
                            where not st_dwithin(r.location::geography, a.location::geography, 1)
                            """).query(Integer.class).single()).isZero();
        });
    }

    @Test
    void aLetterWaitsAtEachStepOfTheChain() {
        inside(() -> assertThat(jdbc.sql("""
                        select (select s.title from reply.step s
                            where s.reply_id = f.reply_id and not exists (
                                select from reply.decision d
                                where d.reply_id = s.reply_id and d.step_number = s.step_number and d.verdict <> 'RETURNED')
                            order by s.step_number limit 1)
                        from reply.formal_reply f where f.state in ('SUBMITTED', 'APPROVED')
                        """).query(String.class).list())
                .containsExactlyInAnyOrder(
                        "Chef de service",
                        "Directrice générale des services",
                        "Directeur de cabinet",
                        "Adjointe au maire, déléguée à la vie quotidienne"));
    }

    @Test
    void theGroundIsLaid() {
        assertThat(number("select count(*) from territory.sector")).isEqualTo(28);
        assertThat(number("select count(*) from intake.address")).isEqualTo(10_000);
        assertThat(number("select count(*) from territory.basemap_feature")).isGreaterThan(5_000);
        assertThat(number("select count(*) from territory.asset")).isGreaterThan(5_000);
    }

    @Test
    void threeYearsBringAsMuchAsATownOfThatSizeHasInEach() {
        for (int year = 3; year > 0; year--) {
            assertThat(number("""
                            select count(*) from request.request
                            where received_at > now() - interval '%d years' and received_at <= now() - interval '%d years'
                            """.formatted(year, year - 1))).isBetween(5_500L, 6_000L);
        }
    }

    @Test
    void numbersFollowTheOrderOfReceipt() {
        assertThat(number("""
                        select count(*) from (
                            select number, lag(number) over (order by received_at, number) as before from request.request) r
                        where before > number""")).isZero();
        assertThat(number("""
                        select count(*) from request.number_sequence s
                        where last_number <> (select count(*) from request.request r where r.number like s.year || '-%')""")).isZero();
    }

    @Test
    void thePresentIsAnOrdinaryDay() {
        assertThat(number(OPEN)).isBetween(90L, 130L);
        assertThat(number(OPEN + " and next_due_at < now()")).isBetween(4L, 12L);
        assertThat(number(OPEN + " and state = 'RECEIVED'")).isBetween(8L, 45L);
        assertThat(number(OPEN + " and state = 'ASSIGNED'")).isGreaterThan(15);
        assertThat(number(OPEN + " and state = 'IN_PROGRESS'")).isGreaterThan(5);
        assertThat(number("select count(*) from request.request where received_at > now()"))
                .isZero();
    }

    private static final String OPEN =
            "select count(*) from request.request where state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')";

    @Test
    void everySectorAndCategoryHasATeam() {
        inside(() -> {
            Coverage coverage = coverages.read();
            List<UUID> sectors = jdbc.sql("select sector_id from territory.sector join territory.sector_set using "
                            + "(jurisdiction_id, sector_set_id) where serves")
                    .query((row, n) -> row.getObject("sector_id", UUID.class))
                    .list();
            assertThat(sectors).hasSize(24);
            for (Category category : categories.list()) {
                assertThat(sectors)
                        .as(category.code())
                        .noneMatch(sector ->
                                coverage.choose(Occasion.usual(Optional.of(sector), category, clock.instant()))
                                                .rule()
                                        == TeamChoice.Rule.LAST_RESORT);
            }
        });
    }

    /** Ten thousand places, every category at each: one organisation, one team that can do it, and why. */
    @Test
    void everyPointOfTheCityAndEveryCategoryResolvesToATeam() {
        inside(() -> {
            Coverage coverage = coverages.read();
            CompetenceLookup lookup = competences.now();
            List<Category> all = categories.list();
            Geometry ground = jurisdictions.profile().boundary();
            SplittableRandom random = new SplittableRandom(7);
            Map<Competence.Rule, Integer> byRule = new EnumMap<>(Competence.Rule.class);
            for (int i = 0; i < 10_000; i++) {
                Wgs84Point point = somewhereIn(ground, random);
                Optional<UUID> sector = locator.locate(point).sector().map(LocatedSector::sectorId);
                for (Category category : all) {
                    Competence competence = lookup.find(category, Optional.of(point), clock.instant());
                    TeamChoice choice = coverage.choose(Occasion.usual(sector, category, clock.instant())
                            .forService(competence.service().id()));
                    byRule.merge(competence.rule(), 1, Integer::sum);
                    if (choice.rule() == TeamChoice.Rule.LAST_RESORT
                            || !coverage.missing(choice.team(), category).isEmpty()) {
                        fail(point + " " + category.code() + " " + choice);
                    }
                }
            }
            System.out.printf("10,000 places × %d categories: %s%n", all.size(), byRule);
            assertThat(byRule).containsKeys(Competence.Rule.LINE, Competence.Rule.WHOLE, Competence.Rule.SERVICE);
        });
    }

    private static Wgs84Point somewhereIn(Geometry ground, SplittableRandom random) {
        Envelope around = ground.getEnvelopeInternal();
        while (true) {
            Wgs84Point point = new Wgs84Point(
                    around.getMinX() + random.nextDouble() * around.getWidth(),
                    around.getMinY() + random.nextDouble() * around.getHeight());
            if (ground.covers(point.toJts())) {
                return point;
            }
        }
    }

    @Test
    void theTownHasAgreedOnWhoseRoadItIsWhoIsOnCallAndWhoStandsIn() {
        inside(() -> {
            Wgs84Point onTheRoad = jdbc.sql(
                            "select st_x(p) as x, st_y(p) as y from (select st_lineinterpolatepoint(st_geometryn(line, 1), 0.3) as p "
                                    + "from catalogue.ground where line is not null) g")
                    .query((row, n) -> new Wgs84Point(row.getDouble("x"), row.getDouble("y")))
                    .single();
            Category pothole = categories.findOffered("nid-de-poule").orElseThrow();
            assertThat(competences.now().find(pothole, Optional.of(onTheRoad), clock.instant()))
                    .satisfies(found -> assertThat(found.organisation().name()).isEqualTo("Département de la Lorne"));
            assertThat(coverages
                            .read()
                            .referent(
                                    new ReferentQuestion(service("proprete"), null, null),
                                    clock.instant().atZone(DemoCity.ZONE)))
                    .hasValueSatisfying(
                            found -> assertThat(found.person().insteadOf()).contains("Isabelle Courtin"));
        });
        assertThat(number("select count(*) from request.request where assignment_rule = 'ON_CALL'"))
                .isGreaterThan(50);
        assertThat(number("select count(*) from team.sector_default")).isEqualTo(24);
    }

    private UUID service(String code) {
        return jdbc.sql("select service_id from catalogue.service where code = :code")
                .param("code", code)
                .query(UUID.class)
                .single();
    }

    @Test
    void everyRequestIsInTheSectorThatTheLookupFinds() {
        inside(() -> {
            List<Map<String, @Nullable Object>> placed = jdbc.sql("""
                            select number, st_x(location) as x, st_y(location) as y, sector_id, placement_rule
                            from request.request where location is not null
                            """).query().listOfRows();
            assertThat(placed).hasSizeGreaterThan(13_000).allSatisfy(row -> {
                var placement = locator.locate(new Wgs84Point(
                        (double) Objects.requireNonNull(row.get("x")), (double) Objects.requireNonNull(row.get("y"))));
                assertThat(row.get("placement_rule")).isEqualTo(placement.rule().name());
                assertThat(row.get("sector_id"))
                        .isEqualTo(
                                placement.sector().map(LocatedSector::sectorId).orElse(null));
            });
        });
    }

    @Test
    void theNextPromiseIsTheEarliestUnkeptOne() {
        assertThat(number("""
                        select count(*) from request.request r
                        left join lateral (select * from request.deadline d
                            where d.jurisdiction_id = r.jurisdiction_id and d.request_id = r.request_id and d.met_at is null
                            order by d.due_at limit 1) d on true
                        where (r.next_starts_at, r.next_due_at) is distinct from (d.starts_at, d.due_at)""")).isZero();
        assertThat(number(OPEN + " and next_due_at is null")).isZero();
        assertThat(number("select count(*) from request.request where next_due_at is not null and not state in "
                        + "('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')"))
                .isZero();
    }

    @Test
    void historiesEndInTheStateOfTheirRequestAndRunForward() {
        assertThat(number("""
                        select count(*) from request.request r where r.state <> (
                            select h.to_state from request.history h
                            where h.jurisdiction_id = r.jurisdiction_id and h.request_id = r.request_id and h.to_state is not null
                            order by h.happened_at desc, h.entry_id desc limit 1)""")).isZero();
        assertThat(number("""
                        select count(*) from (
                            select to_state, from_state, lag(to_state) over (partition by request_id order by happened_at, entry_id) as before
                            from request.history where to_state is not null) h
                        where from_state is distinct from before""")).isZero();
    }

    @Test
    void teamsHaveExactlyOneRunningJobForEachOpenRequestThatNeedsThem() {
        assertThat(number("""
                        select count(*) from request.request r
                        where (kind in ('INCIDENT', 'COMPLAINT') and state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED'))
                            <> exists (select from intervention.job j where j.jurisdiction_id = r.jurisdiction_id
                                and j.request_id = r.request_id and j.step in ('OFFERED', 'ACCEPTED', 'EN_ROUTE', 'ON_SITE'))""")).isZero();
    }

    @Test
    void ninetyFiveReferentsAndOneDemoAccountForEachPart() {
        assertThat(number("select count(*) from access.account where role = 'REFERENT'"))
                .isEqualTo(95);
        assertThat(number("select count(*) from access.account where role = 'FRONT_OFFICE'"))
                .isEqualTo(5);
        assertThat(accounts).hasSize((int) number("select count(password_hash) from access.account"));
        assertThat(accounts)
                .extracting(DemoAccount::part)
                .contains("dispatch", "accueil", "equipe E3", "patrouille", "élu", "admin");
    }

    @Test
    void newRequestsShowAPhoto() {
        assertThat(number(OPEN + " and exists (select from intake.photo p where p.request_id = request.request_id)"))
                .isBetween(20L, 40L);
        assertThat(number("select count(*) from team.position where seen_at > now() - interval '30 minutes'"))
                .isGreaterThan(7);
    }

    @Test
    void theDatabasePlansByWhatIsInTheCityFromTheFirstMoment() {
        assertThat(number("""
                        select count(*) from pg_stat_user_tables where last_analyze is not null
                            and schemaname || '.' || relname in ('request.request', 'request.history', 'request.deadline', 'intervention.job')
                        """)).isEqualTo(4);
    }

    @Test
    void nobodyIsWrittenTo() {
        // A promise may run out while other tests work; whoever is above is told of that then, and rightly.
        assertThat(number("select count(*) from notification.message where occasion not like 'escalation/%'"))
                .isZero();
    }

    @Test
    void textsHaveNoGapLeftAndDiffer() {
        // What the README's lines bring in may be a photo without words.
        assertThat(number("select count(*) from request.request where description ~ '[{}]' "
                        + "or description = '' and channel <> 'OPEN311'"))
                .isZero();
        assertThat(number("select count(distinct description) from request.request"))
                .isGreaterThan(12_000);
    }

    @Test
    void aSecondCityOfThatNameIsRefused() {
        assertThatThrownBy(() -> city.make(step -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("demo-exists");
    }

    private long number(String sql) {
        return Objects.requireNonNull(CurrentJurisdiction.inside(
                aubrelle,
                () -> transaction.execute(
                        status -> jdbc.sql(sql).query(Long.class).single())));
    }

    private void inside(Runnable work) {
        CurrentJurisdiction.inside(aubrelle, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
