package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.ApiKey;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Jurisdiction;
import org.vigie.map.PublishedCity;
import org.vigie.testing.ServiceTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GDAL's driver OAPIF as a client over real HTTP: it knows nothing of us but the standard. */
@ServiceTest
@Import({PublishedCity.class, FeatureCity.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GdalTest {

    private static final List<String> LAYERS = List.of("request", "sector", "basemap", "asset", "address");

    private static final String README_ADDRESS = "http://127.0.0.1:8080/aubrelle/ogc";

    @LocalServerPort
    int port;

    @Autowired
    FeatureCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataKeys keys;

    private final ApiKey key = ApiKey.make();
    private Jurisdiction town = new Jurisdiction(new java.util.UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeAll
    void build() {
        town = city.make();
        CurrentJurisdiction.inside(town, () -> keys.add(Ids.next(), "GDAL", Set.of("staff_request"), key));
    }

    private String source() {
        return "OAPIF:http://127.0.0.1:" + port + "/" + town.code() + "/ogc";
    }

    @Test
    void itListsEveryCollectionWithTheCountThatTheApiSays() throws Exception {
        String told = run("ogrinfo", "-ro", "-al", "-so", source());

        for (String layer : LAYERS) {
            int count = Objects.requireNonNull(
                    city.ask(town, "/collections/" + layer + "/items?limit=1").<Integer>at("$.numberMatched"));
            assertThat(told)
                    .containsPattern(Pattern.compile(
                            "Layer name: " + layer + "\n.*?Feature Count: " + count + "\n", Pattern.DOTALL));
        }
    }

    @Test
    void itReadsEveryFeatureOverPages(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("all.gpkg");
        run("ogr2ogr", "-oo", "PAGE_SIZE=17", file.toString(), source());
        for (String layer : LAYERS) {
            int count = Objects.requireNonNull(
                    city.ask(town, "/collections/" + layer + "/items?limit=1").<Integer>at("$.numberMatched"));
            assertThat(run("ogrinfo", "-ro", "-so", file.toString(), layer)).contains("Feature Count: " + count + "\n");
        }
    }

    @Test
    void itReadsStaffsLayersWithAKeyInItsHeaderAndSeesNoneWithout() throws Exception {
        String header = "Authorization: Bearer " + key.text();
        assertThat(run("ogrinfo", "-ro", "-so", "--config", "GDAL_HTTP_HEADERS", header, source(), "staff_request"))
                .contains("Feature Count: " + FeatureCity.REQUESTS + "\n", "priority: String");
        assertThat(run("ogrinfo", "-ro", source())).doesNotContain("staff_");
    }

    @Test
    void itFiltersByPropertyAndByBox() throws Exception {
        assertThat(run("ogrinfo", "-ro", "-so", "-where", "state = 'RESOLVED'", source(), "request"))
                .contains("Feature Count: 48\n");
        int inBox = Objects.requireNonNull(
                city.ask(town, "/collections/request/items?limit=1&bbox=2.005,47.005,2.055,47.055")
                        .<Integer>at("$.numberMatched"));
        assertThat(run("ogrinfo", "-ro", "-so", "-spat", "2.005", "47.005", "2.055", "47.055", source(), "request"))
                .contains("Feature Count: " + inBox + "\n");
    }

    @Test
    void whatItReprojectsIsWithinACentimetreOfPostgis(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("lambert.geojson");
        run(
                "ogr2ogr",
                "-f",
                "GeoJSON",
                "-t_srs",
                "EPSG:2154",
                "-lco",
                "COORDINATE_PRECISION=4",
                file.toString(),
                source(),
                "request");
        Map<String, double[]> truth = inPostgis();
        JsonNode features = JsonMapper.shared().readTree(Files.readString(file)).get("features");

        assertThat(features).hasSize(FeatureCity.REQUESTS);
        for (JsonNode feature : features) {
            double[] place = Objects.requireNonNull(
                    truth.get(feature.get("properties").get("number").asString()));
            JsonNode told = feature.get("geometry").get("coordinates");
            assertThat(told.get(0).asDouble()).isCloseTo(place[0], within(0.01));
            assertThat(told.get(1).asDouble()).isCloseTo(place[1], within(0.01));
        }
    }

    @Test
    void itReadsTheRequestsOfATileWhereTheyAre(@TempDir Path directory) throws Exception {
        // Tile 15/16571/11518 holds the crossing at 2.06 47.05 of the grid that the requests stand on, several on one
        // spot, and no other.
        Path file = directory.resolve("tile.geojson");
        String tile = "MVT:http://127.0.0.1:" + port + "/" + town.code() + "/tiles/requests/15/16571/11518.mvt";
        run("ogr2ogr", "-t_srs", "EPSG:4326", file.toString(), tile, "cluster");
        int open = Objects.requireNonNull(city.ask(
                        town, "/collections/request/items?limit=1&bbox=2.055,47.045,2.065,47.055&filter=is_open%3DTRUE")
                .<Integer>at("$.numberMatched"));

        JsonNode features = JsonMapper.shared().readTree(Files.readString(file)).get("features");
        assertThat(features).hasSize(1);
        assertThat(features.get(0).get("properties").get("n").asInt())
                .isEqualTo(open)
                .isPositive();
        JsonNode told = features.get(0).get("geometry").get("coordinates");
        // A tile of this zoom has 4,096 steps of 0.2 m.
        assertThat(told.get(0).asDouble()).isCloseTo(2.06, within(0.000_01));
        assertThat(told.get(1).asDouble()).isCloseTo(47.05, within(0.000_01));
    }

    @Test
    void theLinesOfTheReadmeDoWhatTheySay(@TempDir Path directory) throws Exception {
        List<String> lines = Files.readAllLines(Path.of("../../README.md")).stream()
                .map(String::strip)
                .filter(line -> line.contains(README_ADDRESS) && line.matches("(ogrinfo|ogr2ogr|curl) .*"))
                .toList();
        assertThat(lines).hasSize(4);
        for (String line : lines) {
            if (!line.startsWith("curl") || Files.isExecutable(Path.of("/usr/bin/curl"))) {
                String here = "http://127.0.0.1:" + port + "/" + town.code() + "/ogc";
                assertThat(runIn(
                                directory,
                                "bash",
                                "-c",
                                line.replace(README_ADDRESS, here).replace("$KEY", key.text())))
                        .as(line)
                        .doesNotContain("\"status\":4");
            }
        }
        assertThat(run(
                        "ogrinfo",
                        "-ro",
                        "-so",
                        directory.resolve("requests.gpkg").toString(),
                        "request"))
                .contains("Feature Count: 48\n", "Lambert-93");
    }

    private Map<String, double[]> inPostgis() {
        Map<String, double[]> places = new HashMap<>();
        CurrentJurisdiction.inside(town, () -> {
            transaction.executeWithoutResult(status -> jdbc.sql(
                            "select number, st_x(st_transform(location, 2154)) as x, st_y(st_transform(location, 2154)) as y from request.request")
                    .query(row -> {
                        places.put(row.getString("number"), new double[] {row.getDouble("x"), row.getDouble("y")});
                    }));
        });
        return places;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        return runIn(Path.of("."), command);
    }

    private static String runIn(Path directory, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        // What runs on this machine is asked without whatever stands between it and the world.
        builder.environment().put("NO_PROXY", "127.0.0.1");
        builder.environment().put("no_proxy", "127.0.0.1");
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        assertThat(told).doesNotContain("ERROR");
        return told;
    }
}
