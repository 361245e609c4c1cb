package org.vigie.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.vigie.testing.TestCity.as;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Role;
import org.vigie.map.PublishedCity;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;
import org.vigie.testing.TestJurisdictions;

/** Lists that are taken away as files, read back as other programs read them and held to plain SQL. */
@ServiceTest
@Import(PublishedCity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DownloadTest {

    private static final int LONG = 40_000;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    MockMvc http;

    @Autowired
    PublishedCity published;

    @Autowired
    TestJurisdictions jurisdictions;

    @Autowired
    TestCity cities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("mapReader")
    JdbcClient reader;

    private Jurisdiction town = new Jurisdiction(new java.util.UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);
    private Jurisdiction large = town;

    @BeforeAll
    void fill() {
        town = jurisdictions.square();
        published.catalogue(town);
        published.manyRequests(town, 300);
        published.request(town, "complaint", 2.05, 47.05);
        published.write(town, """
                update request.request set description = '=HYPERLINK("http://example.org","a")' || chr(1) || chr(10) || '"b", c' where number = '2025-000007';
                """);
        large = jurisdictions.square();
        published.catalogue(large);
        published.manyRequests(large, LONG);
    }

    private byte[] download(String type, String query) throws Exception {
        MockHttpServletResponse answer = http.perform(
                        get(URI.create("/" + town.code() + "/open-data/requests." + type + query)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"%s-requests.%s\"".formatted(town.code(), type));
        return answer.getContentAsByteArray();
    }

    private List<String> sql(String column, String condition) {
        return cities.inside(
                town,
                () -> jdbc.sql("""
                                select %s from request.request r join catalogue.category c using (jurisdiction_id, category_id)
                                where not c.is_private and %s order by received_at desc, request_id desc
                                """.formatted(column, condition))
                        .query(String.class)
                        .list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "geojson", "gpkg"})
    void withoutAFilterEveryPublishedRequestIsThereNewestFirst(String type) throws Exception {
        byte[] file = download(type, "");

        assertThat(DownloadedFile.column(type, file, "request_id")).isEqualTo(sql("request_id::text", "true"));
        assertThat(DownloadedFile.column(type, file, "number")).hasSize(300).isEqualTo(sql("number", "true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "geojson", "gpkg"})
    void aFilterTakesTheSameRowsInEveryFormat(String type) throws Exception {
        byte[] file = download(type, "?category=pothole&state=CLOSED,RESOLVED&bbox=2.0,47.0,2.05,47.1");

        assertThat(DownloadedFile.column(type, file, "number"))
                .isNotEmpty()
                .isEqualTo(sql(
                        "number", "c.code = 'pothole' and state in ('CLOSED', 'RESOLVED') and st_x(location) <= 2.05"));
    }

    @Test
    void whatTheMapShowsFirstIsAskedForByName() throws Exception {
        assertThat(DownloadedFile.column("csv", download("csv", "?recent=true"), "number"))
                .isEqualTo(
                        sql(
                                "number",
                                "(state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS') or resolved_at >= now() - interval '720 hours')"));
    }

    @Test
    void aCellThatASpreadsheetWouldRunIsWordsInCsvAndStaysAsItIsElsewhere() throws Exception {
        String words = "=HYPERLINK(\"http://example.org\",\"a\")";
        assertThat(DownloadedFile.column("csv", download("csv", "?q=HYPERLINK"), "description"))
                .singleElement()
                .asString()
                .startsWith("'" + words);
        for (String type : List.of("xlsx", "geojson", "gpkg")) {
            assertThat(DownloadedFile.column(type, download(type, "?q=HYPERLINK"), "description"))
                    .as(type)
                    .singleElement()
                    .asString()
                    .startsWith(words)
                    .endsWith("\"b\", c");
        }
    }

    @Test
    void nothingFoundIsAWholeFileWithoutRows(@TempDir Path directory) throws Exception {
        for (String type : List.of("csv", "xlsx", "geojson")) {
            assertThat(DownloadedFile.column(type, download(type, "?q=nowhere"), "number"))
                    .as(type)
                    .isEmpty();
        }
        Path file = directory.resolve("empty.gpkg");
        Files.write(file, download("gpkg", "?q=nowhere"));
        assertThat(DownloadedFile.run("ogrinfo", "-ro", "-so", file.toString(), "requests"))
                .contains("Feature Count: 0", "Geometry: Point", "received_at: DateTime", "is_open: Integer(Boolean)");
    }

    @Test
    void gdalOpensTheGeoPackageWithItsCountTypesAndIndex(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("requests.gpkg");
        Files.write(file, download("gpkg", ""));

        assertThat(DownloadedFile.run("ogrinfo", "-ro", "-so", file.toString(), "requests"))
                .contains("Feature Count: 300", "Geometry: Point", "received_at: DateTime", "\"EPSG\",4326");
        assertThat(DownloadedFile.run(
                        "ogrinfo", "-ro", file.toString(), "-sql", "select count(*) as n from rtree_requests_geom"))
                .contains("n (Integer) = 300");
    }

    @Test
    void aFilterThatIsNotUnderstoodIsRefusedByName() throws Exception {
        Answers refused = Answers.sent(http, get("/" + town.code() + "/open-data/requests.csv?state=ALL"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("parameter-malformed");
    }

    @Test
    void whoAsksForTheHeadersAloneGetsNoList() throws Exception {
        Answers answer = Answers.sent(http, head("/" + town.code() + "/open-data/requests.xlsx"));
        assertThat(answer.header("Content-Type")).contains("spreadsheetml");
        assertThat(answer.text()).isEmpty();
    }

    private HttpResponse<InputStream> open(String type) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + port + "/" + large.code() + "/open-data/requests." + type))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    @Test
    void whoGoesAwayFreesTheConnection() throws Exception {
        for (int visit = 0; visit < 12; visit++) {
            HttpResponse<InputStream> answer = open(visit % 2 == 0 ? "csv" : "geojson");
            assertThat(answer.statusCode()).as("visit " + visit).isEqualTo(200);
            try (InputStream body = answer.body()) {
                body.readNBytes(2_000);
            }
            awaitNobodyReads();
        }
    }

    /** Whoever reads as map_reader and is not idle. */
    private void awaitNobodyReads() throws InterruptedException {
        for (int i = 0; i < 200 && readers() > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(readers()).isZero();
    }

    private long readers() {
        return reader.sql("""
                        select count(*) from pg_stat_activity
                        where usename = 'map_reader' and state <> 'idle' and pid <> pg_backend_pid() and datname = current_database()
                        """).query(Long.class).single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "geojson"})
    void whenReadingFailsTheConnectionIsCutAndNotEnded(String type) throws Exception {
        HttpResponse<InputStream> answer = open(type);
        try (InputStream body = answer.body()) {
            body.readNBytes(2_000);
            reader.sql("""
                            select count(pg_terminate_backend(pid)) from pg_stat_activity
                            where usename = 'map_reader' and state <> 'idle' and pid <> pg_backend_pid() and datname = current_database()
                            """).query(Long.class).single();

            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void asManyAsMayAtOnceAndNoMore() throws Exception {
        HttpResponse<InputStream> first = open("csv");
        HttpResponse<InputStream> second = open("csv");
        try (InputStream one = first.body();
                InputStream two = second.body()) {
            HttpResponse<InputStream> third = open("csv");
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).contains("60");
            assertThat(new String(third.body().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("too-many-downloads");
            assertThat(new String(one.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(LONG + 1);
            assertThat(two.readNBytes(10)).hasSize(10);
        }
        awaitNobodyReads();
    }

    @Test
    void staffTakeAwayWhatTheirQueueShowsAndNobodyWhoOnlyLooksIn() throws Exception {
        TestCity.City city = cities.make();
        published.write(city.jurisdiction(), """
                insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel, location,
                        location_source, address, placement_rule, service_id, team_id, assignment_rule, received_at, changed_at, is_private)
                    select c.jurisdiction_id, gen_random_uuid(), '2025-' || n, 'INCIDENT', (array['RECEIVED', 'CLOSED'])[1 + n % 2], c.category_id, 'Trou', 'WEB',
                        st_setsrid(st_makepoint(2.05, 47.05), 4326), 'PIN', n || ' rue', 'NO_SECTORS', c.service_id, t.team_id,
                        'LAST_RESORT', now(), now(), true
                    from generate_series(1, 10) n join catalogue.category c on c.code = 'nid-de-poule'
                    join team.team t on t.jurisdiction_id = c.jurisdiction_id and t.code = (select min(code) from team.team)
                """);
        String address = "/" + city.jurisdiction().code() + "/api/desk/requests.";
        for (String type : List.of("csv", "xlsx", "geojson", "gpkg")) {
            MockHttpServletResponse open = http.perform(
                            get(address + type).with(as(cities.account(city, Role.DISPATCHER))))
                    .andReturn()
                    .getResponse();
            assertThat(DownloadedFile.column(type, open.getContentAsByteArray(), "number"))
                    .as(type)
                    .containsExactlyInAnyOrder("2025-2", "2025-4", "2025-6", "2025-8", "2025-10");
            MockHttpServletResponse closed = http.perform(get(address + type + "?state=CLOSED&q=7 rue")
                            .with(as(cities.account(city, Role.DISPATCHER))))
                    .andReturn()
                    .getResponse();
            assertThat(DownloadedFile.column(type, closed.getContentAsByteArray(), "number"))
                    .as(type)
                    .containsExactly("2025-7");
        }
        assertThat(Answers.sent(http, get(address + "csv").with(as(cities.account(city, Role.ELECTED_OFFICIAL))))
                        .status())
                .isEqualTo(403);
    }
}
