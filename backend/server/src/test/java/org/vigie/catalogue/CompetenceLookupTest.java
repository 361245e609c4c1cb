package org.vigie.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.geo.Geometries;
import org.vigie.geo.Wgs84Point;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** The lookup in memory against the rule as SQL states it, and each step of the precedence. */
@ServiceTest
class CompetenceLookupTest {

    private static final int POINTS = 2_000;

    /** As the service is set. */
    private static final double TOLERANCE_METRES = 25;

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @Autowired
    TestCity cities;

    @Autowired
    CompetenceDraft draft;

    @Autowired
    Competences competences;

    @Autowired
    Categories categories;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    TestCity.City city;
    UUID department;
    UUID agglomeration;
    UUID region;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        department = inside(() -> draft.authority("Département"));
        agglomeration = inside(() -> draft.authority("Agglomération"));
        region = inside(() -> draft.authority("Région"));
    }

    @Test
    void aRoadGoesBeforeAnAreaTheAreaBeforeASectorTheSectorBeforeEverywhere() {
        inside(() -> {
            draft.competence("A", region, Optional.empty(), extent(null, null, null));
            assertThat(rule(2.02, 47.05)).isEqualTo(Competence.Rule.WHOLE);
            UUID west = draft.sector("O", "Ouest", city.westSector());
            draft.competence("B", agglomeration, Optional.empty(), extent(west, null, null));
            assertThat(rule(2.02, 47.05)).isEqualTo(Competence.Rule.SECTOR);
            UUID area = draft.area("Z", "Zone", square(2.01, 2.03));
            draft.competence("C", region, Optional.empty(), extent(area, null, null));
            assertThat(rule(2.02, 47.05)).isEqualTo(Competence.Rule.POLYGON);
            UUID road = draft.road("RD 1", "RD 1", line(2.0, 47.05, 2.1, 47.05), 10);
            draft.competence("D", department, Optional.empty(), extent(road, null, null));
            assertThat(rule(2.02, 47.05)).isEqualTo(Competence.Rule.LINE);
            assertThat(rule(2.02, 47.06)).isEqualTo(Competence.Rule.POLYGON);
            assertThat(rule(2.04, 47.06)).isEqualTo(Competence.Rule.SECTOR);
            assertThat(rule(2.06, 47.06)).isEqualTo(Competence.Rule.WHOLE);
            return true;
        });
    }

    @Test
    void onOneGroundTheCategoryGoesBeforeTheDomainAndThisBeforeAllThenTheSmallestCode() {
        inside(() -> {
            draft.competence("A", region, Optional.empty(), extent(null, null, null));
            assertThat(found(2.02, 47.05).organisation().name()).isEqualTo("Région");
            draft.competence("C", department, Optional.empty(), extent(null, "voirie", null));
            assertThat(found(2.02, 47.05).organisation().name()).isEqualTo("Département");
            draft.competence("D", agglomeration, Optional.empty(), extent(null, null, "nid-de-poule"));
            assertThat(found(2.02, 47.05).organisation().name()).isEqualTo("Agglomération");
            draft.competence("B", region, Optional.empty(), extent(null, null, "nid-de-poule"));
            assertThat(found(2.02, 47.05).organisation().name()).isEqualTo("Région");
            return true;
        });
    }

    @Test
    void halfTheWidthLiesOnEitherSideOfARoadInMetresOnTheGround() {
        inside(() -> {
            UUID road = draft.road("RD 1", "RD 1", line(2.02, 47.0, 2.02, 47.1), 10);
            draft.competence("A", department, Optional.empty(), extent(road, null, null));
            double metre = 1 / (111_320 * Math.cos(Math.toRadians(47.05)));
            assertThat(rule(2.02 + 4.9 * metre, 47.05)).isEqualTo(Competence.Rule.LINE);
            assertThat(rule(2.02 + 5.1 * metre, 47.05)).isEqualTo(Competence.Rule.SERVICE);
            assertThat(rule(2.02 - 4.9 * metre, 47.05)).isEqualTo(Competence.Rule.LINE);
            assertThat(rule(2.02 - 5.1 * metre, 47.05)).isEqualTo(Competence.Rule.SERVICE);
            return true;
        });
    }

    @Test
    void aCompetenceHoldsFromItsFirstInstantAndNotAtItsLast() {
        inside(() -> {
            Instant from = Instant.parse("2026-01-01T00:00:00Z");
            Instant until = Instant.parse("2026-07-01T00:00:00Z");
            draft.competence(
                    "A",
                    region,
                    Optional.empty(),
                    new CompetenceDraft.Extent(
                            Optional.empty(), Optional.empty(), Optional.empty(), from, Optional.of(until)));
            assertThat(at(from)).isEqualTo(Competence.Rule.WHOLE);
            assertThat(at(until.minusNanos(1))).isEqualTo(Competence.Rule.WHOLE);
            assertThat(at(until)).isEqualTo(Competence.Rule.SERVICE);
            assertThat(at(from.minusNanos(1))).isEqualTo(Competence.Rule.SERVICE);
            return true;
        });
    }

    @Test
    void memoryAndSqlNameTheSameCompetenceForEveryRandomPointAndCategory() {
        inside(() -> {
            SplittableRandom random = new SplittableRandom(20261122);
            claimAtRandom(random);
            CompetenceLookup lookup = competences.now();
            List<Category> all = categories.list();
            List<String> different = new ArrayList<>();
            int named = 0;
            for (int i = 0; i < POINTS; i++) {
                Wgs84Point point = new Wgs84Point(2 + random.nextDouble() * 0.1, 47 + random.nextDouble() * 0.1);
                Category category = all.get(i % all.size());
                Competence memory = lookup.find(category, Optional.of(point), clock.instant());
                String sql = oracle(category, point);
                String told = memory.rule() == Competence.Rule.SERVICE
                        ? "SERVICE"
                        : memory.rule() + " " + memory.organisation().name();
                named += memory.rule() == Competence.Rule.SERVICE ? 0 : 1;
                if (!told.equals(sql)) {
                    different.add(point + " " + category.code() + ": " + told + " / " + sql);
                }
            }
            assertThat(different).isEmpty();
            assertThat(named).isBetween(POINTS / 4, POINTS - 1);
            return true;
        });
    }

    /** Thirty claims of all sorts, many on the same ground. */
    private void claimAtRandom(SplittableRandom random) {
        List<UUID> organisations = List.of(department, agglomeration, region);
        String[] subjects = {"nid-de-poule", "lampadaire", "danger"};
        for (int i = 0; i < 30; i++) {
            double x = 2 + random.nextDouble() * 0.08;
            double y = 47 + random.nextDouble() * 0.08;
            UUID ground = switch (i % 4) {
                case 0 -> draft.road("R" + i, "Route " + i, line(x, y, x + 0.02, y + 0.01), 20 + i * 10.0);
                case 1 -> draft.area("P" + i, "Zone " + i, square(x, x + 0.02));
                case 2 -> draft.sector("S" + i, "Secteur " + i, i % 8 == 2 ? city.westSector() : city.eastSector());
                default -> null;
            };
            boolean subject = random.nextInt(3) > 0 || i % 4 == 3;
            draft.competence(
                    "C" + random.nextInt(1_000_000),
                    organisations.get(random.nextInt(3)),
                    Optional.empty(),
                    extent(
                            ground,
                            !subject && random.nextBoolean() ? "voirie" : null,
                            subject ? subjects[random.nextInt(i % 4 == 3 ? 1 : 3)] : null));
        }
    }

    private String oracle(Category category, Wgs84Point point) {
        return jdbc.sql("""
                        select c.rule || ' ' || o.name as told
                        from catalogue.competent(:category, st_setsrid(st_makepoint(:x, :y), 4326), now(), :tolerance) c
                        join catalogue.organisation o using (organisation_id)
                        """)
                .param("category", category.id())
                .param("x", point.longitudeDegrees())
                .param("y", point.latitudeDegrees())
                .param("tolerance", TOLERANCE_METRES)
                .query(String.class)
                .optional()
                .orElse("SERVICE");
    }

    private Competence found(double longitude, double latitude) {
        return competences.now().find(pothole(), Optional.of(new Wgs84Point(longitude, latitude)), clock.instant());
    }

    private Competence.Rule rule(double longitude, double latitude) {
        return found(longitude, latitude).rule();
    }

    private Competence.Rule at(Instant instant) {
        return competences
                .now()
                .find(pothole(), Optional.of(new Wgs84Point(2.02, 47.05)), instant)
                .rule();
    }

    private Category pothole() {
        return categories.findOffered("nid-de-poule").orElseThrow();
    }

    private static CompetenceDraft.Extent extent(
            @Nullable UUID ground, @Nullable String domain, @Nullable String category) {
        return new CompetenceDraft.Extent(
                Optional.ofNullable(ground),
                Optional.ofNullable(domain),
                Optional.ofNullable(category),
                LONG_AGO.plus(Duration.ofDays(1)),
                Optional.empty());
    }

    private static org.locationtech.jts.geom.MultiPolygon square(double west, double east) {
        return Geometries.asMultiPolygon(Geometries.FACTORY.toGeometry(new Envelope(west, east, 47.02, 47.08)));
    }

    private static MultiLineString line(double... xy) {
        return Geometries.FACTORY.createMultiLineString(new LineString[] {
            Geometries.FACTORY.createLineString(
                    new Coordinate[] {new Coordinate(xy[0], xy[1]), new Coordinate(xy[2], xy[3])})
        });
    }

    private <T> T inside(java.util.function.Supplier<T> work) {
        return cities.inside(city.jurisdiction(), work);
    }
}
