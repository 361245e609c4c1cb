package org.vigie.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Geometries;
import org.vigie.geo.Wgs84Point;
import org.vigie.territory.Placement.Rule;
import org.vigie.testing.ServiceTest;

/** The lookup in memory says what the rule in SQL says, on real sectors: every vertex, every edge's middle, and points anywhere. */
@ServiceTest
class SectorLookupTest {

    private static final int RANDOM_POINTS = 1_000;

    @Autowired
    TerritoryFixtures territory;

    @Autowired
    SectorLocator locator;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path reports;

    @ParameterizedTest
    @CsvSource({
        "bondy/iris_bondy_2022.geojson, CODE_IRIS, NOM_IRIS",
        "paris/arrondissements.geojson, c_ar, l_aroff",
        "paris/quartier_paris.geojson, c_qu, l_qu",
        "chalons/communes_chalons.geojson, code, nom",
        "chalons/secteurs_cantons_chalons.geojson, code, nom",
        "bourges/communes_bourges_plus.geojson, code, nom",
        "bourges/secteurs_cantons_bourges.geojson, code, nom",
        "casablanca/casablanca_arrondissements_v4.geojson, zone_id, name",
        "dirty/casablanca_overlapping_rectangles.geojson, zone_id, name"
    })
    void saysWhatTheRuleInSqlSays(String file, String codeField, String nameField) {
        Path source = SharedData.file(file);
        Jurisdiction jurisdiction = territory.jurisdictionFrom(source, reports);
        var order = SectorImport.Order.partition("s", codeField, nameField).serving();
        territory.sectors(jurisdiction, file.startsWith("dirty") ? order.coverage() : order, source, reports);
        List<Wgs84Point> points =
                CurrentJurisdiction.inside(jurisdiction, () -> transaction.execute(status -> points()));
        assertThat(points).hasSizeGreaterThan(RANDOM_POINTS);

        List<String> differences = new ArrayList<>();
        CurrentJurisdiction.inside(
                jurisdiction,
                () -> transaction.executeWithoutResult(status -> {
                    List<Answer> expected = inSql(points);
                    for (int i = 0; i < points.size(); i++) {
                        Placement found = locator.locate(points.get(i));
                        if (!agree(found, expected.get(i))) {
                            differences.add(points.get(i) + " SQL " + expected.get(i) + " memory " + found);
                        }
                    }
                }));
        assertThat(differences).isEmpty();
    }

    @Test
    void aNewVersionIsSeenWithinASecond() throws Exception {
        Path source = SharedData.file("bondy/iris_bondy_2022.geojson");
        Jurisdiction jurisdiction = territory.jurisdictionFrom(source, reports);
        Wgs84Point inBondy = new Wgs84Point(2.482, 48.902);
        assertThat(CurrentJurisdiction.inside(jurisdiction, () -> locator.locate(inBondy))
                        .rule())
                .isEqualTo(Rule.NO_SECTORS);
        territory.sectors(jurisdiction, SectorImport.Order.partition("iris", "CODE_IRIS", "NOM_IRIS"), source, reports);
        Thread.sleep(1_000);
        assertThat(CurrentJurisdiction.inside(jurisdiction, () -> locator.locate(inBondy))
                        .rule())
                .isEqualTo(Rule.INSIDE);
    }

    private static String codeOf(Placement placement) {
        return placement.sector().map(LocatedSector::code).orElse("");
    }

    private record Answer(Rule rule, String code, double metres) {}

    private static boolean agree(Placement found, Answer expected) {
        return found.rule().equals(expected.rule())
                && codeOf(found).equals(expected.code())
                && Math.abs(found.metresToEdge() - expected.metres()) < 0.001 + expected.metres() * 0.0001;
    }

    private List<Answer> inSql(List<Wgs84Point> points) {
        return jdbc.sql("""
                        select l.rule, l.code, l.metres_to_edge
                        from unnest(:longitudes, :latitudes) with ordinality p (longitude, latitude, n),
                            lateral territory.locate(null, st_setsrid(st_makepoint(longitude, latitude), 4326), now(), 25) l
                        order by n
                        """)
                .param(
                        "longitudes",
                        points.stream()
                                .mapToDouble(Wgs84Point::longitudeDegrees)
                                .toArray())
                .param(
                        "latitudes",
                        points.stream().mapToDouble(Wgs84Point::latitudeDegrees).toArray())
                .query((row, n) -> new Answer(
                        Rule.valueOf(row.getString("rule")),
                        row.getString("code") == null ? "" : row.getString("code"),
                        row.getDouble("metres_to_edge")))
                .list();
    }

    private List<Wgs84Point> points() {
        List<Wgs84Point> points = new ArrayList<>();
        Envelope extent = new Envelope();
        jdbc.sql("select st_asewkb(shape) as shape from territory.sector_shape").query(row -> {
            MultiPolygon shape = (MultiPolygon) Ewkb.read(row.getBytes("shape"));
            extent.expandToInclude(shape.getEnvelopeInternal());
            for (Object line : LinearComponentExtracter.getLines(shape)) {
                corners((LineString) line, points);
            }
        });
        extent.expandBy(extent.getWidth() / 20, extent.getHeight() / 20);
        Random random = new Random(20261122);
        for (int i = 0; i < RANDOM_POINTS; i++) {
            points.add(new Wgs84Point(
                    extent.getMinX() + random.nextDouble() * extent.getWidth(),
                    extent.getMinY() + random.nextDouble() * extent.getHeight()));
        }
        return points;
    }

    private static void corners(LineString line, List<Wgs84Point> points) {
        Coordinate[] corners = line.getCoordinates();
        for (int i = 1; i < corners.length; i++) {
            points.add(Wgs84Point.of(Geometries.FACTORY.createPoint(corners[i])));
            points.add(new Wgs84Point((corners[i - 1].x + corners[i].x) / 2, (corners[i - 1].y + corners[i].y) / 2));
        }
    }
}
