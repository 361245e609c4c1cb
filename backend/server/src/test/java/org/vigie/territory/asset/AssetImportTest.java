package org.vigie.territory.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.geo.Wgs84Point;
import org.vigie.territory.ImportCounts;
import org.vigie.territory.ImportReport;
import org.vigie.territory.SourceFile;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

@ServiceTest
class AssetImportTest {

    private static final AssetImport.Order LAMPS =
            new AssetImport.Order("lamp", new AssetImport.Fields("NUM", "RUE"), false);

    @Autowired
    TestCity cities;

    @Autowired
    AssetImport assets;

    @Autowired
    Assets found;

    @TempDir
    Path folder;

    private TestCity.City city;
    private String report = "";

    @BeforeEach
    void make() {
        city = cities.make();
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        Path file = file("lamps.geojson", lamp("1", 2.01), lamp("2", 2.02));

        assertThat(run(LAMPS, file)).isEqualTo(new ImportCounts(2, 2, 0, 0, 0, 0, 0));
        assertThat(run(LAMPS, file)).isEqualTo(new ImportCounts(2, 0, 0, 2, 0, 0, 0));
        assertThat(report).isEmpty();
    }

    @Test
    void eachRowThatIsNotPlainlyInIsNamedWithItsReason() throws Exception {
        ImportCounts counts = run(
                LAMPS,
                file(
                        "lamps.geojson",
                        lamp("1", 2.01),
                        lamp("", 2.01),
                        lamp("1", 2.02),
                        lamp("far", 3.5),
                        feature("none", "null"),
                        feature(
                                "bow",
                                "{\"type\":\"Polygon\",\"coordinates\":[[[2.01,47.01],[2.02,47.02],[2.02,47.01],[2.01,47.02],[2.01,47.01]]]}"),
                        feature("many", "{\"type\":\"MultiPoint\",\"coordinates\":[[2.01,47.01],[2.02,47.02]]}")));

        assertThat(counts).isEqualTo(new ImportCounts(7, 2, 0, 0, 1, 1, 5));
        assertThat(report)
                .contains("\"row\":2,\"reason\":\"no code")
                .contains("code \\\"1\\\" is already that of feature 1")
                .contains("far lies outside the jurisdiction")
                .contains("none: the feature has no geometry")
                .contains("bow: invalid geometry repaired")
                .contains("many: the geometry is a MultiPoint");
    }

    @Test
    void whatVanishesIsRetiredAndComesBackAsItself() throws Exception {
        run(LAMPS, file("lamps.geojson", lamp("1", 2.01), lamp("2", 2.02)));
        Asset before = find("lamp:2");

        ImportCounts gone = run(LAMPS, file("lamps.geojson", lamp("1", 2.01)));

        assertThat(gone).isEqualTo(new ImportCounts(1, 0, 0, 1, 0, 0, 0, 1));
        assertThat(report).contains("2 is in the file no more: retired");
        assertThat(find("lamp:2").retired()).isTrue();
        assertThat(run(LAMPS, file("lamps.geojson", lamp("1", 2.01), lamp("2", 2.02)))
                        .updated())
                .isOne();
        assertThat(find("lamp:2")).isEqualTo(before);
    }

    @Test
    void whatIsThereWithAGeometryThatCannotBeKeptIsNotGone() throws Exception {
        run(LAMPS, file("lamps.geojson", lamp("1", 2.01), lamp("2", 2.02)));

        run(LAMPS, file("lamps.geojson", lamp("1", 2.01), feature("2", "null")));

        assertThat(find("lamp:2").retired()).isFalse();
    }

    @Test
    void anotherKindIsLeftAlone() throws Exception {
        run(LAMPS, file("lamps.geojson", lamp("1", 2.01)));

        run(new AssetImport.Order("bin", LAMPS.fields(), false), file("bins.geojson", lamp("7", 2.01)));

        assertThat(find("lamp:1").retired()).isFalse();
        assertThat(find("bin:7").name()).isEqualTo("Rue des Lilas");
    }

    @Test
    void aFileWithoutMostOfThemIsRefusedUntilThatIsMeant() throws Exception {
        String[] twenty = IntStream.range(0, 20)
                .mapToObj(n -> lamp("L" + n, 2.01 + n / 1000.0))
                .toArray(String[]::new);
        run(LAMPS, file("lamps.geojson", twenty));
        Path few = file("lamps.geojson", lamp("L0", 2.01));

        assertThatThrownBy(() -> run(LAMPS, few)).isInstanceOf(Refusal.class).hasMessageContaining("assets-vanish");
        assertThat(find("lamp:L9").retired()).isFalse();
        assertThatThrownBy(() -> run(LAMPS, file("none.geojson", lamp("", 2.01))))
                .hasMessageContaining("assets-none");
        assertThat(run(new AssetImport.Order("lamp", LAMPS.fields(), true), few).retired())
                .isEqualTo(19);
    }

    @Test
    void groundAndLinesKeepTheirShapeAndStandOnIt() throws Exception {
        run(
                new AssetImport.Order("ground", LAMPS.fields(), false),
                file(
                        "grounds.geojson",
                        feature(
                                "S1",
                                "{\"type\":\"Polygon\",\"coordinates\":[[[2.03,47.05],[2.04,47.05],[2.04,47.06],[2.03,47.06],[2.03,47.05]]]}"),
                        feature("P1", "{\"type\":\"LineString\",\"coordinates\":[[2.01,47.01],[2.02,47.01]]}")));

        Asset ground = find("ground:S1");
        assertThat(ground.shape()).isPresent();
        assertThat(ground.shape().orElseThrow().covers(ground.position().toJts()))
                .isTrue();
        List<Assets.Near> near =
                cities.inside(city.jurisdiction(), () -> found.near(new Wgs84Point(2.0399, 47.0599), 30, 5));
        assertThat(near).extracting(each -> each.asset().code()).containsExactly("S1");
        assertThat(near.getFirst().metres()).isZero();
        assertThat(find("ground:P1").shape()).isPresent();
    }

    @Test
    void aTableWithLongitudeAndLatitudeIsRead() throws Exception {
        Path table = folder.resolve("lamps.csv");
        Files.writeString(table, "NUM;RUE;lon;lat\n4711;Rue de l’Église;2.02;47.05\n4712;Rue vide;;\n");

        ImportCounts counts = run(LAMPS, table);

        assertThat(counts).isEqualTo(new ImportCounts(2, 1, 0, 0, 1, 0, 1));
        assertThat(find("lamp:4711").name()).isEqualTo("Rue de l’Église");
        assertThat(find("lamp:4711").position()).isEqualTo(new Wgs84Point(2.02, 47.05));
    }

    @Test
    void shapefileAndGeoPackageInAnotherSystemAreTheSameThings() throws Exception {
        Path file = file("lamps.geojson", lamp("1", 2.01), lamp("2", 2.02));
        run(LAMPS, file);
        for (String name : List.of("lamps.gpkg", "lamps.shp.zip")) {
            Path other = folder.resolve(name);
            convert(file, other);

            ImportCounts counts = run(LAMPS, other);

            assertThat(counts.read()).as(name).isEqualTo(2);
            assertThat(counts.created() + counts.rejected() + counts.retired())
                    .as(name)
                    .isZero();
            assertThat(find("lamp:2").position().longitudeDegrees()).isBetween(2.0199999, 2.0200001);
        }
    }

    private void convert(Path from, Path to) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "ogr2ogr", "-t_srs", "EPSG:2154", "-lco", "ENCODING=UTF-8", to.toString(), from.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private Asset find(String reference) {
        return cities.inside(city.jurisdiction(), () -> found.find(reference).orElseThrow());
    }

    private ImportCounts run(AssetImport.Order order, Path file) throws IOException {
        Path lines = folder.resolve("report.jsonl");
        try (ImportReport open = new ImportReport(lines, new PrintWriter(new StringWriter()))) {
            CurrentJurisdiction.inside(city.jurisdiction(), () -> assets.run(order, new SourceFile(file), open));
            return open.counts();
        } finally {
            report = Files.readString(lines);
        }
    }

    private Path file(String name, String... features) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "{\"type\":\"FeatureCollection\",\"features\":[%s]}".formatted(String.join(",", features)));
    }

    private static String lamp(String code, double longitude) {
        return feature(code, "{\"type\":\"Point\",\"coordinates\":[%s,47.05]}".formatted(longitude));
    }

    private static String feature(String code, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"NUM\":\"%s\",\"RUE\":\"Rue des Lilas\"},\"geometry\":%s}"
                .formatted(code, geometry);
    }
}
