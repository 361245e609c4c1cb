package org.vigie.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.demo.town.Town;
import org.vigie.geo.Ewkb;
import org.vigie.geo.GeoJsonModule;
import org.vigie.geo.Geometries;
import org.vigie.geo.Wgs84Point;
import org.vigie.territory.Placement.Rule;
import org.vigie.testing.ServiceTest;
import tools.jackson.databind.json.JsonMapper;

/** The lookup in memory says what the rule in SQL says, on real sectors: every vertex, every edge's middle, and points anywhere. */
@ServiceTest
class SectorLookupTest {

    private static final int RANDOM_POINTS = 100_000;
    private static final int MEASURED_POINTS = 500;
    private static final double MILLIMETRE_DEGREES = 1e-3 / 111_195;

    @Autowired
    TerritoryFixtures territory;

    @Autowired
    SectorLocator locator;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Jurisdictions jurisdictions;

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
    void saysWhatTheRuleInSqlSaysAndOneSectorEverywhereInside(String file, String codeField, String nameField) {
        Path source = SharedData.file(file);
        Jurisdiction jurisdiction = territory.jurisdictionFrom(source, reports);
        var order = SectorImport.Order.partition("s", codeField, nameField).serving();
        boolean partition = !file.startsWith("dirty");
        territory.sectors(jurisdiction, partition ? order : order.coverage(), source, reports);
        compare(jurisdiction, partition);
    }

    @Test
    void theDemoCityHasOneSectorEverywhereAndSaysWhatTheRuleInSqlSays() {
        Path source = reports.resolve("aubrelle.geojson");
        JsonMapper json = JsonMapper.builder().addModule(new GeoJsonModule()).build();
        List<Map<String, Object>> features = Town.aubrelle().sectors().stream()
                .map(sector -> Map.of(
                        "type", "Feature", "properties", Map.of("code", sector.code()), "geometry", sector.polygon()))
                .toList();
        json.writeValue(source.toFile(), Map.of("type", "FeatureCollection", "features", features));
        Jurisdiction jurisdiction = territory.jurisdictionFrom(source, reports);
        territory.sectors(jurisdiction, SectorImport.Order.partition("s", "code", "code"), source, reports);
        compare(jurisdiction, true);
    }

    private void compare(Jurisdiction jurisdiction, boolean partition) {
        CurrentJurisdiction.inside(
                jurisdiction,
                () -> transaction.executeWithoutResult(status -> {
                    List<Wgs84Point> points = points();
                    assertThat(points).hasSizeGreaterThan(RANDOM_POINTS);
                    List<Placement> found = points.stream().map(locator::locate).toList();
                    assertThat(differences(points, found, inSql(points))).isEmpty();
                    assertMetres(points.subList(points.size() - MEASURED_POINTS, points.size()));
                    if (partition) {
                        assertThat(withoutSectorInside(points, found)).isEmpty();
                    }
                }));
    }

    private static List<String> differences(List<Wgs84Point> points, List<Placement> found, List<Answer> expected) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Answer answer = new Answer(found.get(i).rule(), codeOf(found.get(i)));
            if (!answer.equals(expected.get(i))) {
                differences.add(points.get(i) + " SQL " + expected.get(i) + " memory " + found.get(i));
            }
        }
        return differences;
    }

    private void assertMetres(List<Wgs84Point> points) {
        for (Wgs84Point point : points) {
            double expected = jdbc.sql(
                            "select metres_to_edge from territory.locate(null, st_setsrid(st_makepoint(:x, :y), 4326), now(), 25)")
                    .param("x", point.longitudeDegrees())
                    .param("y", point.latitudeDegrees())
                    .query(Double.class)
                    .single();
            assertThat(locator.locate(point).metresToEdge()).isCloseTo(expected, within(0.001 + expected * 0.0001));
        }
    }

    /** A partition has exactly one sector at every point of the jurisdiction, whatever rule found it. */
    private List<String> withoutSectorInside(List<Wgs84Point> points, List<Placement> found) {
        PreparedGeometry boundary =
                PreparedGeometryFactory.prepare(jurisdictions.profile().boundary());
        List<String> without = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (found.get(i).sector().isEmpty() && boundary.covers(points.get(i).toJts())) {
                without.add(points.get(i) + " " + found.get(i));
            }
        }
        return without;
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

    private record Answer(Rule rule, String code) {}

    private List<Answer> inSql(List<Wgs84Point> points) {
        return jdbc.sql(
                        "select rule, code from territory.locate_all(null, :longitudes, :latitudes, now(), 25) order by n")
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
                        row.getString("code") == null ? "" : row.getString("code")))
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

    /** Every corner, every edge's middle, and a millimetre to both sides of it. */
    private static void corners(LineString line, List<Wgs84Point> points) {
        Coordinate[] corners = line.getCoordinates();
        for (int i = 1; i < corners.length; i++) {
            points.add(Wgs84Point.of(Geometries.FACTORY.createPoint(corners[i])));
            double x = (corners[i - 1].x + corners[i].x) / 2;
            double y = (corners[i - 1].y + corners[i].y) / 2;
            double narrowing = Math.cos(Math.toRadians(y));
            double east = (corners[i].x - corners[i - 1].x) * narrowing;
            double north = corners[i].y - corners[i - 1].y;
            double step = MILLIMETRE_DEGREES / Math.max(Math.hypot(east, north), MILLIMETRE_DEGREES);
            points.add(new Wgs84Point(x, y));
            points.add(new Wgs84Point(x - north * step / narrowing, y + east * step));
            points.add(new Wgs84Point(x + north * step / narrowing, y - east * step));
        }
    }
}
