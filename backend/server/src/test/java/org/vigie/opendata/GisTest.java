package org.vigie.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.web.util.HtmlUtils;
import org.vigie.access.ApiKey;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Jurisdiction;
import org.vigie.features.DataKeys;
import org.vigie.map.PublishedCity;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** The page about desktop GIS does what it says: its commands are run as they stand, its project is opened by QGIS where there is one. */
@ServiceTest
@Import(PublishedCity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GisTest {

    private static final Path QGIS_PYTHON = Path.of("/usr/bin/python3");

    private static final Pattern COMMAND = Pattern.compile("<pre><code>(.*?)</code></pre>", Pattern.DOTALL);

    private static final HttpClient READER = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    TestCity cities;

    @Autowired
    PublishedCity published;

    @Autowired
    DataKeys keys;

    @Autowired
    Environment settings;

    @TempDir
    Path directory;

    private final ApiKey key = ApiKey.make();
    private Jurisdiction town = new Jurisdiction(new UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeAll
    void build() {
        TestCity.City city = cities.make();
        town = city.jurisdiction();
        published.write(town, """
                insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel, location,
                        location_source, address, placement_rule, service_id, team_id, assignment_rule, received_at, changed_at, is_private)
                    select c.jurisdiction_id, gen_random_uuid(), '2026-00000' || n, 'INCIDENT', 'RECEIVED', c.category_id, 'Trou', 'WEB',
                        st_setsrid(st_makepoint(2.0495 + n * 0.0001, 47.05), 4326), 'PIN', 'rue', 'NO_SECTORS', c.service_id, '%s',
                        'LAST_RESORT', now(), now(), n = 4
                    from generate_series(1, 4) n join catalogue.category c on c.code = 'nid-de-poule'
                        and c.jurisdiction_id = access.current_jurisdiction();
                insert into territory.basemap_feature (jurisdiction_id, kind, class, name, shape)
                    select access.current_jurisdiction(), 'STREET', 'main', 'Rue ' || n,
                        st_setsrid(st_makeline(st_makepoint(2.04, 47.05 + n * 0.001), st_makepoint(2.06, 47.05)), 4326)
                    from generate_series(1, 9) n;
                insert into territory.asset (jurisdiction_id, asset_id, kind, code, name, location)
                    values (access.current_jurisdiction(), gen_random_uuid(), 'LAMP', 'A-1', 'Mât',
                        st_setsrid(st_makepoint(2.05, 47.05), 4326));
                insert into intake.address (jurisdiction_id, address_id, house_number, street, postcode, locality, label, folded, location,
                        import_sha256)
                    values (access.current_jurisdiction(), '1', '1', 'Rue', '18000', 'Bourges', '1 Rue', '1 rue',
                        st_setsrid(st_makepoint(2.05, 47.05), 4326), '');
                """.formatted(city.west().id()));
        CurrentJurisdiction.inside(town, () -> keys.add(Ids.next(), "QGIS", Set.of("staff_request"), key));
    }

    private String get(String below, String language) throws IOException, InterruptedException {
        HttpResponse<String> answer = READER.send(
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/" + town.code() + "/open-data" + below))
                        .header("Accept-Language", language)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(below).isEqualTo(200);
        return answer.body();
    }

    private List<String> commands() throws IOException, InterruptedException {
        return COMMAND.matcher(get("/gis", "en"))
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1)))
                .toList();
    }

    @Test
    void everyCommandOfThePageDoesWhatIsSaidAboveIt() throws Exception {
        List<String> commands = commands();
        writeConnection(commands);
        List<String> run = commands.stream()
                .filter(command -> command.matches("(?s)(ogrinfo|ogr2ogr|curl) .*"))
                .toList();
        assertThat(run).hasSize(8);
        for (String command : run) {
            String told = run(List.of("bash", "-ec", command));
            assertThat(told).as(command).doesNotContain("ERROR");
        }
        assertThat(count("requests-lambert.gpkg", "request")).isEqualTo(3);
        assertThat(count("requests.gpkg", "requests")).isEqualTo(3);
        assertThat(count("from-postgis.gpkg", "map.request")).isEqualTo(3);
        assertThat(count("staff.gpkg", "staff_request")).isEqualTo(4);
        assertThat(Files.readString(directory.resolve("sectors.geojson"))).contains("\"code\": \"W\"");
        assertThat(Files.readAllLines(directory.resolve("middle.csv"))).hasSize(4);
    }

    /** With what the page leaves to whoever runs the database. */
    private void writeConnection(List<String> commands) throws IOException {
        URI database =
                URI.create(settings.getRequiredProperty("vigie.database.url").replaceFirst("^jdbc:", ""));
        String text = commands.stream()
                .filter(command -> command.startsWith("[vigie]"))
                .findFirst()
                .orElseThrow()
                .replace("host=…", "host=" + database.getHost() + "\nport=" + database.getPort())
                .replace("dbname=vigie", "dbname=" + database.getPath().substring(1))
                .replace("password=…", "password=" + settings.getProperty("vigie.database.reader-password", ""));
        Files.writeString(directory.resolve("pg_service.conf"), text + "\n");
    }

    private long count(String file, String layer) throws Exception {
        String told = run(List.of("ogrinfo", "-ro", "-so", file, layer));
        return Pattern.compile("Feature Count: (\\d+)")
                .matcher(told)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(told));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "NO_PROXY",
                        "127.0.0.1",
                        "no_proxy",
                        "127.0.0.1",
                        "KEY",
                        key.text(),
                        "PGSERVICEFILE",
                        directory.resolve("pg_service.conf").toString(),
                        "QT_QPA_PLATFORM",
                        "offscreen",
                        "HOME",
                        directory.toString()));
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + "\n" + told).isZero();
        return told;
    }

    @Test
    void thePageIsThereInBothLanguagesAndLinkedFromOpenData() throws Exception {
        assertThat(get("/gis", "fr"))
                .contains("<html lang=\"fr\">", "Un projet prêt à ouvrir")
                .doesNotContain("opendata.");
        assertThat(get("/gis", "en"))
                .contains("<html lang=\"en\">", "A project that is ready")
                .doesNotContain("<script");
        String address = "http://127.0.0.1:" + port + "/" + town.code() + "/open-data";
        assertThat(get("", "fr").replace("&#47;", "/")).contains("href=\"" + address + "/gis\"");
    }

    @Test
    void theProjectIsWellFormedAndNamesThisTownAndNoOther() throws Exception {
        String project = get("/vigie.qgs", "fr");
        javax.xml.parsers.DocumentBuilderFactory factory =
                javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.newDocumentBuilder().parse(new java.io.ByteArrayInputStream(project.getBytes(StandardCharsets.UTF_8)));
        assertThat(project)
                .contains("http://127.0.0.1:" + port + "/" + town.code() + "/ogc", "xmin=\"2.0\"", town.name())
                .doesNotContain("@town@", "@west@", "@title@", "aubrelle", "127.0.0.1:8080", "file:///");
    }

    @Test
    void qgisOpensTheProjectAndReadsEveryLayerOfIt() throws Exception {
        assumeTrue(
                Files.isExecutable(QGIS_PYTHON)
                        && new ProcessBuilder(QGIS_PYTHON.toString(), "-c", "import qgis.core")
                                        .start()
                                        .waitFor()
                                == 0,
                "there is no QGIS on this machine");
        Files.writeString(directory.resolve("vigie.qgs"), get("/vigie.qgs", "fr"));
        Files.writeString(directory.resolve("open.py"), """
                from qgis.core import QgsApplication, QgsProject
                application = QgsApplication([], False)
                application.initQgis()
                project = QgsProject.instance()
                print("read", project.read("vigie.qgs"), project.title())
                for layer in sorted(project.mapLayers().values(), key=lambda layer: layer.name()):
                    features = sum(1 for _ in layer.getFeatures()) if hasattr(layer, "getFeatures") else "tiles"
                    print(layer.name(), layer.isValid(), features, type(layer.renderer()).__name__)
                application.exitQgis()
                """);
        String told = run(List.of(QGIS_PYTHON.toString(), "open.py"));
        assertThat(told)
                .contains(
                        "read True " + town.name(),
                        "request True 3 QgsRuleBasedRenderer",
                        "sector True 2",
                        "address True 1",
                        "asset True tiles QgsVectorTileBasicRenderer",
                        "basemap True tiles QgsVectorTileBasicRenderer");
    }
}
