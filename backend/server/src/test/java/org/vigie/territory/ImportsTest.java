package org.vigie.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;
import org.vigie.territory.TerritoryFixtures.Told;
import org.vigie.territory.topology.Settlement;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

@ServiceTest
class ImportsTest {

    @Autowired
    TerritoryFixtures territory;

    @Autowired
    TestJurisdictions squares;

    @Autowired
    Jurisdictions jurisdictions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    @Test
    void parisIsTheUnionOfItsArrondissementsWithTwoSectorSets() {
        Path twenty = SharedData.file("paris/arrondissements.geojson");
        var order = TerritoryFixtures.order(TerritoryFixtures.newCode());
        assertThat(territory.jurisdiction(order, twenty, folder).counts())
                .isEqualTo(new ImportCounts(20, 1, 0, 0, 0, 0, 0));
        assertThat(territory.jurisdiction(order, twenty, folder).counts())
                .isEqualTo(new ImportCounts(20, 0, 0, 1, 0, 0, 0));
        Jurisdiction paris = jurisdictions.find(order.code()).orElseThrow();

        var arrondissements = SectorImport.Order.partition("arrondissements", "c_ar", "l_aroff");
        var quarters = SectorImport.Order.partition("quartiers", "c_qu", "l_qu");
        Path eighty = SharedData.file("paris/quartier_paris.geojson");
        assertThat(territory.sectors(paris, arrondissements, twenty, folder).counts())
                .isEqualTo(new ImportCounts(20, 20, 0, 0, 0, 0, 0));
        assertThat(territory.sectors(paris, quarters, eighty, folder).counts())
                .isEqualTo(new ImportCounts(80, 80, 0, 0, 0, 0, 0));
        assertThat(territory.sectors(paris, quarters, eighty, folder).counts())
                .isEqualTo(new ImportCounts(80, 0, 0, 80, 0, 0, 0));
        assertThat(single(paris, "select string_agg(code, ',') from territory.sector_set where serves"))
                .isEqualTo("arrondissements");
    }

    @Test
    void bondyHasItsIrisAndItsStreets() {
        Jurisdiction bondy = territory.jurisdictionFrom(SharedData.file("bondy/bondy.geojson"), folder);
        Told iris = territory.sectors(
                bondy,
                SectorImport.Order.partition("iris", "CODE_IRIS", "NOM_IRIS"),
                SharedData.file("bondy/iris_bondy_2022.geojson"),
                folder);
        assertThat(iris.counts().created()).isEqualTo(22);
        assertThat(iris.linesWith("overlaps")).isZero();

        Path streets = SharedData.file("bondy/osm_highways_2023.geojson");
        Told first = territory.basemap(bondy, streets, folder);
        assertThat(first.counts().read()).isEqualTo(2_371);
        assertThat(first.counts().created()).isGreaterThan(1_500);
        assertThat(first.counts().created() + first.counts().rejected()).isEqualTo(2_371);
        Told again = territory.basemap(bondy, streets, folder);
        assertThat(again.counts().unchanged()).isEqualTo(first.counts().created());
        assertThat(again.counts().created() + again.counts().updated()).isZero();
    }

    @Test
    void monacoIsDrawnFromOneExtract() throws IOException {
        Path extract = SharedData.file("monaco/monaco-latest.osm.pbf");
        Jurisdiction monaco = territory.jurisdictionFrom(write(rectangle(7.409, 43.724, 7.440, 43.752)), folder);
        Told first = territory.basemap(monaco, extract, folder);
        assertThat(first.counts().created()).isGreaterThan(3_000);
        assertThat(single(
                        monaco,
                        "select (count(*) > 1000)::text from territory.basemap_feature where kind = 'BUILDING'"))
                .isEqualTo("true");
        assertThat(
                        single(
                                monaco,
                                "select (count(distinct name) > 150)::text from territory.basemap_feature where kind = 'STREET'"))
                .isEqualTo("true");
        assertThat(territory.basemap(monaco, extract, folder).counts().unchanged())
                .isEqualTo(first.counts().created());
    }

    @Test
    void anExtractThatIsCutOffIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.file("monaco/monaco-latest.osm.pbf"));
        Path cut = Files.write(folder.resolve("cut.osm.pbf"), Arrays.copyOf(whole, whole.length / 3));
        Jurisdiction monaco = territory.jurisdictionFrom(write(rectangle(7.409, 43.724, 7.440, 43.752)), folder);
        assertThatThrownBy(() -> territory.basemap(monaco, cut, folder))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("basemap-unreadable"));
        assertThat(single(monaco, "select count(*)::text from territory.basemap_feature"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"cologne, Europe/Berlin, 86, 3", "zurich-city, Europe/Zurich, 34, 7", "chicago, America/Chicago, 98, 4"
    })
    void invalidRingsAreRepairedAndNamed(String city, ZoneId zone, int sectors, int invalid) {
        Path file = SharedData.file("dirty/" + city + ".geojson");
        Jurisdiction jurisdiction = territory.jurisdictionFrom(file, zone, folder);
        Told told =
                territory.sectors(jurisdiction, SectorImport.Order.partition("s", "cartodb_id", "name"), file, folder);
        assertThat(told.counts().created()).isEqualTo(sectors);
        assertThat(told.linesWith("invalid ring repaired")).isEqualTo(invalid);

        Told settled = territory.sectors(
                jurisdiction,
                SectorImport.Order.partition("t", "cartodb_id", "name").settled(Settlement.Rule.NEAREST),
                file,
                folder);
        assertThat(settled.counts().created()).isEqualTo(sectors);
        assertSumsAgree(settled);
    }

    /** In the line that closes a settlement. */
    private static void assertSumsAgree(Told told) {
        String sums = told.lines().stream()
                .filter(line -> line.contains("\"reason\":\"settled\""))
                .findFirst()
                .orElseThrow();
        double before = figure(sums, "$.properties.squareMetresBefore");
        double twice = figure(sums, "$.properties.squareMetresClaimedTwice");
        double filled = figure(sums, "$.properties.squareMetresFilled");
        double after = figure(sums, "$.properties.squareMetresAfter");
        assertThat(before - twice + filled).isCloseTo(after, withinPercentage(0.1));
    }

    @Test
    void overlapsAreNamedWithTheirArea() {
        Path file = SharedData.file("dirty/casablanca_overlapping_rectangles.geojson");
        Jurisdiction casablanca = territory.jurisdictionFrom(file, folder);
        var order = SectorImport.Order.partition("s", "zone_id", "name");
        assertThatThrownBy(() -> territory.sectors(casablanca, order, file, folder))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.name()).isEqualTo("sectors-no-partition");
                    assertThat(refusal.values()).contains(29L, 0L);
                });
        assertThat(single(casablanca, "select count(*)::text from territory.sector_set"))
                .isEqualTo("0");

        Told coverage = territory.sectors(casablanca, order.coverage(), file, folder);
        assertThat(coverage.linesWith("overlaps sector")).isEqualTo(29);
        // The 31.6 % of the file's own description.
        assertThat(squareMetres(coverage, "OVERLAP")).isCloseTo(312_763_484 * 0.316, withinPercentage(0.2));
    }

    @ParameterizedTest
    @EnumSource(value = Settlement.Rule.class, names = "LARGER", mode = EnumSource.Mode.EXCLUDE)
    void overlapsAreSettledAndAccountedFor(Settlement.Rule rule) {
        Path file = SharedData.file("dirty/casablanca_overlapping_rectangles.geojson");
        Jurisdiction casablanca = territory.jurisdictionFrom(file, folder);
        Told told = territory.sectors(
                casablanca, SectorImport.Order.partition("s", "zone_id", "name").settled(rule), file, folder);
        assertThat(told.counts().created()).isEqualTo(16);
        assertSumsAgree(told);
        assertThat(single(casablanca, """
                select round(sum(st_area(st_intersection(a.shape, b.shape)::geography)))::text
                from territory.sector_shape a join territory.sector_shape b using (jurisdiction_id)
                where a.sector_id < b.sector_id""")).isEqualTo("0");
    }

    @Test
    void aSettlementThatLeavesASectorWithoutGroundIsRefused() {
        Path file = SharedData.file("dirty/casablanca_overlapping_rectangles.geojson");
        Jurisdiction casablanca = territory.jurisdictionFrom(file, folder);
        var order = SectorImport.Order.partition("s", "zone_id", "name").settled(Settlement.Rule.LARGER);
        assertThatThrownBy(() -> territory.sectors(casablanca, order, file, folder))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("sectors-swallowed"));
    }

    private static double figure(String line, String path) {
        return JsonPath.<Number>read(line, path).doubleValue();
    }

    private static double squareMetres(Told told, String kind) {
        return told.lines().stream()
                .filter(line -> line.contains("\"kind\":\"" + kind + "\""))
                .mapToDouble(line ->
                        JsonPath.<Number>read(line, "$.properties.squareMetres").doubleValue())
                .sum();
    }

    @Test
    void aChangedFileBecomesTheNextVersion() throws IOException {
        Jurisdiction square = squares.square();
        var order = SectorImport.Order.partition("s", "code", "name");
        territory.sectors(square, order, write(sectors("a", "b")), folder);
        assertThat(territory
                        .sectors(square, order, write(sectors("a", "c")), folder)
                        .counts())
                .isEqualTo(new ImportCounts(2, 1, 0, 1, 0, 0, 0));
        assertThat(single(square, "select max(version)::text from territory.sector_version"))
                .isEqualTo("2");
        // Written differently, the same sectors: no new version.
        assertThat(territory
                        .sectors(square, order, write(" " + sectors("a", "c")), folder)
                        .counts()
                        .unchanged())
                .isEqualTo(2);
        assertThat(single(square, "select max(version)::text from territory.sector_version"))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[1, 2]",
                "<html></html>",
                "{\"type\":\"Topology\",\"objects\":{}}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":\"a\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[2.0,47.0],[2.1",
                "{\"type\":\"FeatureCollection\",\"features\":7}",
                "{\"type\":\"FeatureCollection\",\"features\":[7]}",
                "{\"type\":\"FeatureCollection\",\"features\":[]}",
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"link\",\"properties\":{\"href\":\"x\"}},\"features\":[]}",
                "{\"type\":\"Point\",\"coordinates\":[2.05,47.05]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[2.0,47.0],[2.1,47.0],[2.1,47.1],[NaN,47.0]]]}",
            })
    void aFileThatIsNoSectorsIsRefused(String content) throws IOException {
        refused(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[[2.0,47.0],[2.1,47.0],[2.1,47.1]]]",
                "[[[2.0,47.0],[2.1,47.0],[2.1,47.1],[2.05,47.05]]]",
                "[[[2.0,47.0],[2.1,1e999],[2.1,47.1],[2.0,47.0]]]",
                "[[[652000,6862000],[653000,6862000],[653000,6863000],[652000,6862000]]]",
                "[[[47.0,2.0],[47.0,2.1],[47.1,2.1],[47.0,2.0]]]",
                "[[[47.0,120.0],[47.0,120.1],[47.1,120.1],[47.0,120.0]]]",
                "[[[2.0],[2.1],[2.1],[2.0]]]",
                "[[[2.0,47.0],[\"x\",47.0],[2.1,47.1],[2.0,47.0]]]",
                "[[2.0,47.0],[2.1,47.0],[2.1,47.1],[2.0,47.0]]",
                "[[[[2.0,47.0],[2.1,47.0],[2.1,47.1],[2.0,47.0]]]]",
                "[[[2.0,47.0],[2.0,47.0],[2.0,47.0],[2.0,47.0]]]",
                "[]",
                "{}",
                "null",
            })
    void coordinatesThatAreNoGroundOfTheJurisdictionAreRefused(String coordinates) throws IOException {
        refused("""
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"a"},
                "geometry":{"coordinates":%s,"type":"Polygon"}}]}""".formatted(coordinates));
    }

    @Test
    void codesMustBeThereAndDiffer() throws IOException {
        refused(sectors("a", "a"));
        refused(sectors("a", " "));
    }

    @Test
    void aSwappedBoundaryIsToldByItsClock() throws IOException {
        Path swapped = write(rectangle(48.89, 2.46, 48.91, 2.50));
        var order = TerritoryFixtures.order(TerritoryFixtures.newCode());
        assertThatThrownBy(() -> territory.jurisdiction(order, swapped, folder))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("boundary-looks-swapped"));
        assertThat(jurisdictions.find(order.code())).isEmpty();
    }

    @Test
    void aDeclaredCoordinateSystemIsHonoured() throws IOException {
        Jurisdiction paris = territory.jurisdictionFrom(write(rectangle(2.2, 48.8, 2.5, 48.95)), folder);
        Path lambert = write("""
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},"features":[
                {"type":"Feature","properties":{"code":"a"},"geometry":{"type":"Polygon","coordinates":
                [[[652000,6862000],[653000,6862000],[653000,6863000],[652000,6862000]]]}}]}""");
        territory.sectors(
                paris, SectorImport.Order.partition("s", "code", "name").coverage(), lambert, folder);
        assertThat(
                        single(
                                paris,
                                "select round(st_xmin(shape)::numeric, 2) || ' ' || round(st_ymin(shape)::numeric, 2) from territory.sector_shape"))
                .isEqualTo("2.35 48.86");
    }

    private void refused(String content) throws IOException {
        Jurisdiction square = squares.square();
        Path file = write(content);
        assertThatThrownBy(() ->
                        territory.sectors(square, SectorImport.Order.partition("s", "code", "name"), file, folder))
                .isInstanceOf(Refusal.class);
        assertThat(single(square, "select count(*)::text from territory.sector_set"))
                .isEqualTo("0");
        assertThat(single(square, "select count(*)::text from territory.sector"))
                .isEqualTo("0");
    }

    private String single(Jurisdiction jurisdiction, String sql) {
        return CurrentJurisdiction.inside(
                jurisdiction,
                () -> transaction.execute(
                        status -> jdbc.sql(sql).query(String.class).single()));
    }

    /** Two halves of the square that TestJurisdictions makes. */
    private static String sectors(String west, String east) {
        return "{\"type\":\"FeatureCollection\",\"features\":[%s,%s]}"
                .formatted(sector(west, 2.0, 2.05), sector(east, 2.05, 2.1));
    }

    private static String sector(String code, double west, double east) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",\"name\":\"x\"},\"geometry\":%s}"
                .formatted(code, rectangle(west, 47.0, east, 47.1));
    }

    private static String rectangle(double west, double south, double east, double north) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
                .formatted(west, south, east, north);
    }

    private Path write(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "in", ".geojson"), content);
    }
}
