package org.vigie.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

/** Sectors come in every format a surveyor's office has; what is none is refused with a sentence, in bounded memory. */
@ServiceTest
class FileFormatsTest {

    private static final SectorImport.Order IRIS = SectorImport.Order.partition("iris", "CODE_IRIS", "NOM_IRIS");

    @Autowired
    TerritoryFixtures territory;

    @Autowired
    TestJurisdictions squares;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ESRI Shapefile, iris.shp, 2154",
        "ESRI Shapefile, iris.shp, 3949",
        "GPKG, iris.gpkg, 2154",
        "KML, iris.kml, 4326",
        "FlatGeobuf, iris.fgb, 32631",
        "GML, iris.gml, 3857"
    })
    void aFormatOfGdalGivesTheSameGroundToACentimetre(String driver, String name, int epsgCode) throws Exception {
        Path source = SharedData.file("bondy/iris_bondy_2022.geojson");
        Path converted = folder.resolve(name);
        ogr2ogr(driver, converted, source, epsgCode);
        Path file = name.endsWith(".shp") ? zip("iris") : converted;
        Jurisdiction bondy = territory.jurisdictionFrom(SharedData.file("bondy/bondy.geojson"), folder);

        territory.sectors(bondy, SectorImport.Order.partition("json", "CODE_IRIS", "NOM_IRIS"), source, folder);
        assertThat(territory.sectors(bondy, IRIS, file, folder).counts().created())
                .isEqualTo(22);

        assertThat(single(bondy, """
                select count(*) filter (where st_hausdorffdistance(a.shape, b.shape) * 111320 < 0.01)::text
                from territory.sector_shape a join territory.sector s using (jurisdiction_id, sector_id),
                    territory.sector_shape b join territory.sector t using (jurisdiction_id, sector_id)
                where s.code = t.code and s.sector_set_id < t.sector_set_id""")).isEqualTo("22");
    }

    @Test
    void packedGeoJsonIsRead() throws IOException {
        Path source = SharedData.file("bondy/iris_bondy_2022.geojson");
        Path packed = folder.resolve("iris.geojson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(source, out);
        }
        Jurisdiction bondy = territory.jurisdictionFrom(SharedData.file("bondy/bondy.geojson"), folder);
        assertThat(territory.sectors(bondy, IRIS, packed, folder).counts().created())
                .isEqualTo(22);
    }

    /** Two squares that share an arc. */
    @Test
    void topoJsonIsRead() throws IOException {
        Path file = write("sectors.topojson", """
                {"type":"Topology","arcs":[[[2.05,47.0],[2.05,47.1]],[[2.05,47.1],[2.0,47.1],[2.0,47.0],[2.05,47.0]],
                [[2.05,47.1],[2.1,47.1],[2.1,47.0],[2.05,47.0]]],"objects":{"sectors":{"type":"GeometryCollection","geometries":[
                {"type":"Polygon","arcs":[[0,1]],"properties":{"code":"w","name":"West"}},
                {"type":"Polygon","arcs":[[0,2]],"properties":{"code":"e","name":"East"}}]}}}""");
        assertThat(territory
                        .sectors(squares.square(), SectorImport.Order.partition("s", "code", "name"), file, folder)
                        .counts()
                        .created())
                .isEqualTo(2);
    }

    @Test
    void aShapefileThatDoesNotSayItsSystemIsRefusedUntilSomebodySaysIt() throws Exception {
        ogr2ogr("ESRI Shapefile", folder.resolve("iris.shp"), SharedData.file("bondy/iris_bondy_2022.geojson"), 2154);
        Files.delete(folder.resolve("iris.prj"));
        Path zip = zip("iris");
        Jurisdiction bondy = territory.jurisdictionFrom(SharedData.file("bondy/bondy.geojson"), folder);

        assertThatThrownBy(() -> territory.sectors(bondy, IRIS, zip, folder))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("sectors-faulty"));
        assertThat(territory
                        .sectors(bondy, IRIS, new SourceFile(zip).in(2154), folder)
                        .counts()
                        .created())
                .isEqualTo(22);
    }

    @Test
    void anArchiveMadeToFillTheDiskIsRefusedByItsDirectory() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("bomb.shp"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(nothing);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertRefused(bomb, "file-swells");
    }

    @Test
    void twoHundredMegabytesOfNonsenseAreRefusedAtTheirBeginning() throws IOException {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        for (String name : List.of("noise.geojson", "noise.gpkg", "noise.zip", "noise.shp")) {
            Path file = folder.resolve(name);
            try (OutputStream out = Files.newOutputStream(file)) {
                for (int i = 0; i < 200; i++) {
                    out.write(noise);
                }
            }
            long used = usedBytes();
            assertRefused(file, name.endsWith("json") ? "file-not-geojson" : "file-unreadable");
            assertThat(usedBytes() - used).isLessThan(100 << 20);
            Files.delete(file);
        }
    }

    @Test
    void aFileThatPointsElsewhereIsNotFollowed() throws IOException {
        assertRefused(write("far.kml", """
                        <OGRVRTDataSource><OGRVRTLayer name="s"><SrcDataSource>/vsicurl/http://127.0.0.1:9/x.geojson</SrcDataSource>
                        </OGRVRTLayer></OGRVRTDataSource>"""), "file-unreadable");
    }

    private void assertRefused(Path file, String problem) {
        Jurisdiction square = squares.square();
        var order = SectorImport.Order.partition("s", "code", "name");
        assertThatThrownBy(() -> territory.sectors(square, order, file, folder))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo(problem));
        assertThat(single(square, "select count(*)::text from territory.sector_set"))
                .isEqualTo("0");
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private static void ogr2ogr(String driver, Path target, Path source, int epsgCode) throws Exception {
        Process process = new ProcessBuilder(
                        "ogr2ogr",
                        "-f",
                        driver,
                        target.toString(),
                        source.toString(),
                        "-t_srs",
                        "EPSG:" + epsgCode,
                        "-nln",
                        "iris")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private Path zip(String stem) throws IOException {
        Path zip = folder.resolve(stem + ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> parts = Files.list(folder)) {
            for (Path part : parts.filter(
                            each -> String.valueOf(each.getFileName()).matches(stem + "\\.(shp|shx|dbf|prj|cpg)"))
                    .toList()) {
                out.putNextEntry(new ZipEntry(String.valueOf(part.getFileName())));
                Files.copy(part, out);
            }
        }
        return zip;
    }

    private String single(Jurisdiction jurisdiction, String sql) {
        return CurrentJurisdiction.inside(
                jurisdiction,
                () -> transaction.execute(
                        status -> jdbc.sql(sql).query(String.class).single()));
    }
}
