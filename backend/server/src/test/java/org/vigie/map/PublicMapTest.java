package org.vigie.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.testing.PrivatePostgis;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What everybody may see of a jurisdiction, over real HTTP on real PostGIS. */
@ServiceTest
@Import(PublishedCity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicMapTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @org.springframework.beans.factory.annotation.Value("${vigie.database.url}")
    String databaseUrl;

    @Autowired
    TestJurisdictions jurisdictions;

    @Autowired
    PublishedCity city;

    @Autowired
    PublishedRequests requests;

    @Autowired
    JsonMapper json;

    private Jurisdiction town = new Jurisdiction(new UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);
    private UUID pothole = new UUID(0, 0);
    private UUID secret = new UUID(0, 0);

    @BeforeAll
    void build() {
        town = jurisdictions.square();
        city.catalogue(town);
        pothole = city.request(town, "pothole", 2.05, 47.05);
        secret = city.request(town, "complaint", 2.0501, 47.0501);
    }

    @Test
    void aCardTellsWhatTheContractSays() throws Exception {
        JsonNode card = get("/api/requests").get("items").get(0);
        assertThat(card.get("id").asString()).isEqualTo(pothole.toString());
        assertThat(card.get("title").asString()).isEqualTo("pothole");
        assertThat(card.get("service").asString()).isEqualTo("Service voirie");
        assertThat(card.get("position").get("coordinates").get(0).asDouble()).isEqualTo(2.05);
        assertThat(card.get("ring").get("left").asDouble()).isBetween(0.45, 0.51);
        assertThat(card.get("ring").get("late").asBoolean()).isFalse();
        assertThat(card.has("photo")).isFalse();
    }

    @Test
    void aPrivateRequestIsNowhere() throws Exception {
        assertThat(get("/api/requests").get("total").asLong()).isEqualTo(1);
        assertThat(get("/api/requests/counts").get("byDomain").has("other")).isFalse();
        assertThat(send("/api/requests/" + secret).statusCode()).isEqualTo(404);
        assertThat(CurrentJurisdiction.inside(town, () -> requests.cards(List.of(pothole, secret))))
                .hasSize(1);
        assertThat(VectorTile.featuresByLayer(tile("/tiles/requests/17/66282/46074.mvt")))
                .isEqualTo(Map.of("request", 1));
    }

    @Test
    void theDetailHasPromisesAndMasksWhatNamesPeople() throws Exception {
        JsonNode byId = get("/api/requests/" + pothole);
        assertThat(byId.get("description").asString()).doesNotContain("06 12", "example.org");
        assertThat(byId.get("promises").get(0).get("commitment").asString()).isEqualTo("RESOLVE");
        assertThat(byId.get("followers").asLong()).isZero();
        assertThat(get("/api/requests/" + byId.get("number").asString())).isEqualTo(byId);
    }

    @Test
    void whatIsMaskedCannotBeFoundByWhatItMasks() throws Exception {
        assertThat(get("/api/requests?q=jeanne").get("total").asLong()).isZero();
        assertThat(get("/api/requests?q=LILAS").get("total").asLong()).isEqualTo(1);
    }

    @Test
    void aFilterThatIsNotUnderstoodIsRefusedByName() throws Exception {
        for (String wrong : List.of(
                "state=OPENISH",
                "kind=JOKE",
                "from=yesterday",
                "late=maybe",
                "bbox=1,2,3",
                "bbox=3,2,1,4",
                "bbox=NaN,0,1,1",
                "sort=colour",
                "limit=201",
                "after=oops",
                "after=KzEwMDAwMDAwMDAtMDEtMDFUMDA6MDA6MDBaLzAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMQ",
                "domain=a%22b")) {
            HttpResponse<byte[]> answer = send("/api/requests?" + wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(send("/tiles/requests/14/8285/5759.mvt?state=OPENISH").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aFilterChoosesByStateDomainPeriodAndBox() throws Exception {
        assertThat(total("state=ASSIGNED,RECEIVED")).isEqualTo(1);
        assertThat(total("state=RESOLVED")).isZero();
        assertThat(total("domain=other")).isZero();
        assertThat(total("category=pothole&kind=INCIDENT&from=2020-01-01")).isEqualTo(1);
        assertThat(total("to=2020-01-01T00:00:00Z")).isZero();
        assertThat(total("late=true")).isZero();
        assertThat(total("bbox=2.04,47.04,2.06,47.06")).isEqualTo(1);
        assertThat(total("bbox=2.06,47.04,2.08,47.06")).isZero();
    }

    @Test
    void nearbyOpenOnesAreToldInMetres() throws Exception {
        JsonNode near = get("/api/requests/nearby?lon=2.0504&lat=47.05&category=lighting");
        assertThat(near.get("radiusMetres").asInt()).isEqualTo(60);
        assertThat(near.get("items").get(0).get("id").asString()).isEqualTo(pothole.toString());
        assertThat(near.get("items").get(0).get("distanceMetres").asDouble()).isBetween(30.0, 31.0);
        assertThat(get("/api/requests/nearby?lon=2.051&lat=47.05").get("items")).isEmpty();
        assertThat(send("/api/requests/nearby?lon=200&lat=47").statusCode()).isEqualTo(400);
    }

    @Test
    void pagesGoOnWithoutAGapOrARepeat() throws Exception {
        Jurisdiction large = jurisdictions.square();
        city.catalogue(large);
        city.manyRequests(large, 500);
        for (String sort : List.of("received", "due")) {
            Set<String> seen = new HashSet<>();
            List<String> inOrder = new ArrayList<>();
            String after = "";
            long total = 0;
            do {
                JsonNode page = json.readTree(send(large, "/api/requests?limit=37&sort=" + sort + after)
                        .body());
                page.get("items").forEach(card -> {
                    seen.add(card.get("id").asString());
                    inOrder.add(card.get("id").asString());
                });
                total = page.get("total").asLong();
                after = page.has("next") ? "&after=" + page.get("next").asString() : "";
            } while (!after.isEmpty());
            assertThat(inOrder).hasSize((int) total).hasSameSizeAs(seen);
        }
    }

    @Test
    void theJurisdictionTellsWhereItIsAndWhatOneMayReport() throws Exception {
        JsonNode here = get("/api/jurisdiction");
        assertThat(here.get("bounds").toString()).isEqualTo("[2.0,47.0,2.1,47.1]");
        assertThat(here.get("boundary").get("type").asString()).isEqualTo("MultiPolygon");
        assertThat(here.get("boundary").get("coordinates").get(0).get(0).toString())
                .contains("[2.0,47.0]", "[2.1,47.1]")
                .hasSizeLessThan(100);
        assertThat(here.get("basemap").get("kind").asString()).isEqualTo("vector");
        assertThat(here.has("hotline")).isFalse();
        JsonNode domains = get("/api/catalogue").get("domains");
        assertThat(domains).hasSize(2);
        assertThat(domains.get(1).get("categories").get(0).get("private").asBoolean())
                .isTrue();
        JsonNode resolved =
                domains.get(0).get("categories").get(0).get("promises").get(1);
        assertThat(resolved.toString()).isEqualTo("{\"commitment\":\"RESOLVE\",\"amount\":2880,\"unit\":\"MINUTES\"}");
    }

    @Test
    void aTileIsAnsweredOnceAndThenByItsTag() throws Exception {
        String path = "/tiles/requests/14/8285/5759.mvt";
        HttpResponse<byte[]> first = send(path);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).hasValue("application/vnd.mapbox-vector-tile");
        assertThat(VectorTile.featuresByLayer(first.body())).isEqualTo(Map.of("request", 1));
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"");
        assertThat(send(path, "If-None-Match", tag).statusCode()).isIn(200, 304);
        assertThat(send("/tiles/requests/14/0/0.mvt").statusCode()).isEqualTo(204);
        assertThat(send("/tiles/requests/3/8/0.mvt").statusCode()).isEqualTo(400);
        assertThat(send("/tiles/requests/x/8/0.mvt").statusCode()).isEqualTo(400);
        assertThat(send("/tiles/traffic/3/1/0.mvt").statusCode()).isEqualTo(404);
    }

    @Test
    void aTileKeepsItsTagUntilSomethingInItChangesAndHasAnotherSoonAfter() throws Exception {
        Jurisdiction fresh = jurisdictions.square();
        city.catalogue(fresh);
        UUID lamp = city.request(fresh, "lighting", 2.05, 47.05);
        city.request(fresh, "lighting", 2.05, 47.05);
        String path = "/tiles/requests/12/2071/1439.mvt";
        String tag = send(fresh, path).headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = send(fresh, path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Cache-Control").orElseThrow())
                .contains("max-age=1", "public", "stale-while-revalidate=1");
        city.write(fresh, "update request.request set state = 'IN_PROGRESS' where request_id = '" + lamp + "'");
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () -> assertThat(send(fresh, path, "If-None-Match", tag).statusCode())
                                .isEqualTo(200));
        assertThat(VectorTile.features(send(fresh, path).body()).getFirst().number("in_progress"))
                .isEqualTo(1);
    }

    @Test
    void whereMoreIsSettledThanIsDrawnTheTileSaysSo() throws Exception {
        Jurisdiction fresh = jurisdictions.square();
        city.catalogue(fresh);
        city.manyRequests(fresh, 600);
        city.write(fresh, """
                update request.request set state = 'CLOSED', location = st_setsrid(st_makepoint(2.05, 47.05), 4326), next_commitment = null,
                    next_starts_at = null, next_due_at = null, resolved_at = now() - right(number, 6)::int * interval '1 day';
                """);
        assertThat(VectorTile.featuresByLayer(send(fresh, "/tiles/requests/17/66282/46074.mvt?state=CLOSED")
                        .body()))
                .isEqualTo(Map.of("cluster", 1, "more", 1));
        List<VectorTile.Feature> all = VectorTile.features(
                send(fresh, "/tiles/requests/14/8285/5759.mvt?state=CLOSED").body());
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().number("n")).isEqualTo(600);
        assertThat(VectorTile.featuresByLayer(send(fresh, "/tiles/requests/17/66282/46074.mvt")
                                .body())
                        .get("request"))
                .isBetween(28, 31);
    }

    @Test
    void anImportShowsInTheBaseMapWithinSeconds() throws Exception {
        Jurisdiction fresh = jurisdictions.square();
        String path = "/tiles/basemap/15/16570/11518.mvt";
        assertThat(send(fresh, path).statusCode()).isEqualTo(204);
        city.basemap(fresh);
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(send(fresh, path).statusCode()).isEqualTo(200));
        HttpResponse<byte[]> drawn = send(fresh, path);
        assertThat(VectorTile.featuresByLayer(drawn.body())).containsKeys("street", "building");
        String tag = drawn.headers().firstValue("ETag").orElseThrow();
        assertThat(send(fresh, path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        HttpResponse<byte[]> compressed = send(fresh, path, "Accept-Encoding", "gzip");
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.body().length).isLessThan(drawn.body().length / 2);
    }

    @Test
    void pagesAreServedWhereTheyBelong() throws Exception {
        HttpResponse<byte[]> noSlash = send("");
        assertThat(noSlash.statusCode()).isEqualTo(308);
        assertThat(noSlash.headers().firstValue("Location")).hasValue("/" + town.code() + "/");
        assertThat(send(root("/")).statusCode()).isIn(200, 302);
        assertThat(send("/no-such-page").statusCode()).isEqualTo(404);
    }

    /** Figures for the record; the limits are wide because other work shares the machine. */
    @Test
    void tilesOfABigTownAreMadeInTime() throws SQLException {
        Jurisdiction large = jurisdictions.square();
        city.catalogue(large);
        city.manyRequests(large, 20_000);
        city.basemap(large);
        // As a minute later in a running service, by autovacuum: without statistics the planner guesses.
        try (Connection superuser =
                        DriverManager.getConnection(PrivatePostgis.instance().superuserUrl(databaseUrl));
                Statement statement = superuser.createStatement()) {
            statement.execute("analyze request.request");
            statement.execute("analyze territory.basemap_feature");
        }
        CurrentJurisdiction.inside(large, () -> {
            List<String> figures = new ArrayList<>();
            for (String address :
                    List.of("basemap/13", "basemap/15", "requests/12", "requests/15", "requests-all/12")) {
                figures.add(measure(address));
            }
            System.out.println("tiles of 20,000 requests, 39,601 buildings, 5,000 streets: " + figures);
            assertThat(figures).hasSize(5);
        });
    }

    @Autowired
    Tiles tiles;

    @Autowired
    @org.springframework.beans.factory.annotation.Qualifier("mapReader")
    org.springframework.jdbc.core.simple.JdbcClient reader;

    @Autowired
    @org.springframework.beans.factory.annotation.Qualifier("mapReader")
    org.springframework.transaction.support.TransactionTemplate reading;

    private String measure(String what) {
        int zoom = Integer.parseInt(what.substring(what.indexOf('/') + 1));
        int x = (int) Math.floor((2.05 + 180) / 360 * (1 << zoom));
        double rad = Math.toRadians(47.05);
        int y = (int) Math.floor((1 - Math.log(Math.tan(rad) + 1 / Math.cos(rad)) / Math.PI) / 2 * (1 << zoom));
        String sql = what.startsWith("basemap")
                ? "select map.basemap_tile(%d, %d, %d)".formatted(zoom, x, y)
                : "select map.request_tile(%d, %d, %d, '%s')"
                        .formatted(zoom, x, y, what.contains("all") ? "{\"from\":\"2000-01-01T00:00:00Z\"}" : "{}");
        long[] nanos = new long[15];
        int bytes = 0;
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            byte[] tile = reading.execute(
                    status -> reader.sql(sql).query(byte[].class).single());
            nanos[i] = System.nanoTime() - start;
            bytes = tile == null ? 0 : tile.length;
        }
        Arrays.sort(nanos);
        assertThat(bytes).as(what).isPositive();
        assertThat(nanos[7])
                .as("median of " + what)
                .isLessThan(Duration.ofMillis(1500).toNanos());
        return "%s %d B p50 %.1f ms max %.1f ms".formatted(what, bytes, nanos[7] / 1e6, nanos[14] / 1e6);
    }

    private long total(String query) throws Exception {
        return get("/api/requests?" + query).get("total").asLong();
    }

    private byte[] tile(String path) throws Exception {
        return send(path).body();
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<byte[]> answer = send(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<byte[]> send(String path, String... headers) throws Exception {
        return send(town, path, headers);
    }

    private HttpResponse<byte[]> send(Jurisdiction where, String path, String... headers) throws Exception {
        return send(root("/" + where.code() + path), headers);
    }

    private HttpResponse<byte[]> send(URI address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return HTTP.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private URI root(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
