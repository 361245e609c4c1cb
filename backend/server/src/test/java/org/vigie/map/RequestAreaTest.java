package org.vigie.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.geo.Geometries;
import org.vigie.geo.Wgs84Point;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;
import org.vigie.testing.TestJurisdictions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests of an area, page by page and counted, against JTS and GeographicLib over all of them. */
@ServiceTest
@Import(PublishedCity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestAreaTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ALL = "from=2000-01-01";

    @LocalServerPort
    int port;

    @Autowired
    TestJurisdictions jurisdictions;

    @Autowired
    PublishedCity city;

    @Autowired
    JsonMapper json;

    @Autowired
    TestCity cities;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Random random = new Random(5);
    private int compared;
    private final Map<String, Wgs84Point> places = new HashMap<>();
    private Jurisdiction town = new Jurisdiction(new java.util.UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeAll
    void build() throws Exception {
        town = jurisdictions.square();
        city.catalogue(town);
        city.manyRequests(town, 800);
        walk(ALL, card -> {
            JsonNode at = card.get("position").get("coordinates");
            places.put(
                    card.get("id").asString(),
                    new Wgs84Point(at.get(0).asDouble(), at.get(1).asDouble()));
        });
        assertThat(places).hasSize(800);
    }

    @Test
    void aPolygonHoldsWhatJtsSaysLiesInIt() throws Exception {
        for (int i = 0; i < 10; i++) {
            double[] west = {2.01 + 0.02 * random.nextDouble(), 47.01 + 0.08 * random.nextDouble()};
            double[] south = {2.05, 47.01 + 0.02 * random.nextDouble()};
            double[] east = {2.07 + 0.03 * random.nextDouble(), 47.02 + 0.06 * random.nextDouble()};
            Polygon triangle = Geometries.FACTORY.createPolygon(
                    new Coordinate[] {coordinate(west), coordinate(south), coordinate(east), coordinate(west)});
            String corners =
                    "polygon=%s,%s,%s,%s,%s,%s".formatted(west[0], west[1], south[0], south[1], east[0], east[1]);
            hold(corners, place -> triangle.covers(place.toJts()));
        }
    }

    @Test
    void aCircleHoldsWhatLiesWithinItsMetresOnTheEllipsoid() throws Exception {
        for (int metres : new int[] {150, 1000, 2500, 4000}) {
            double longitude = 2.02 + 0.06 * random.nextDouble();
            double latitude = 47.02 + 0.06 * random.nextDouble();
            hold(
                    "around=%s,%s,%d".formatted(longitude, latitude, metres),
                    place -> Geodesic.WGS84.Inverse(
                                            latitude, longitude, place.latitudeDegrees(), place.longitudeDegrees())
                                    .s12
                            <= metres);
        }
    }

    @Test
    void boxPolygonAndCircleHoldTogether() throws Exception {
        hold(
                "bbox=2.0,47.0,2.05,47.1&polygon=2.02,47.0,2.1,47.0,2.1,47.1,2.02,47.1",
                place -> place.longitudeDegrees() >= 2.02 && place.longitudeDegrees() <= 2.05);
    }

    @Test
    void countsAreToldBySector() throws Exception {
        TestCity.City withSectors = cities.make();
        String code = withSectors.jurisdiction().code();
        for (double longitude : new double[] {2.01, 2.04, 2.08}) {
            Answers.to(
                    mvc,
                    MockMvcRequestBuilders.post("/" + code + "/api/requests")
                            .header("Idempotency-Key", "key-" + longitude)
                            .content(
                                    "{\"category\":\"nid-de-poule\",\"position\":{\"type\":\"Point\",\"coordinates\":[%s,47.05]}}"
                                            .formatted(longitude)));
        }
        Map<String, Integer> expected = new TreeMap<>();
        CurrentJurisdiction.inside(
                withSectors.jurisdiction(),
                () -> transaction.executeWithoutResult(status -> jdbc.sql("""
                                select s.code, count(*) as n from request.request r join territory.sector s using (jurisdiction_id, sector_id)
                                group by s.code
                                """).query(row -> {
                    expected.put(row.getString("code"), row.getInt("n"));
                })));
        Map<String, Integer> counted = Answers.to(mvc, MockMvcRequestBuilders.get("/" + code + "/api/requests/counts"))
                .at("$.bySector");
        assertThat(counted).isEqualTo(expected).hasSize(2);
        Map<String, Integer> west = Answers.to(
                        mvc,
                        MockMvcRequestBuilders.get(
                                "/" + code + "/api/requests/counts?polygon=2,47,2.03,47,2.03,47.1,2,47.1"))
                .at("$.bySector");
        assertThat(west).hasSize(1).containsValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "polygon=2,47,2.1,47",
                "polygon=2,47,2.1,47,2.1",
                "polygon=2,47,2.1,47.1,2.1,47,2,47.1",
                "polygon=2,47,2.1,47,2.1,x",
                "polygon=2,47,2.1,47,2.1,95",
                "polygon=2,47,2,47,2,47",
                "around=2,47",
                "around=2,47,0",
                "around=2,47,50001",
                "around=2,47,NaN",
                "around=2,89,100",
                "around=200,47,100"
            })
    void anAreaThatIsNoneIsRefusedByName(String query) throws Exception {
        HttpResponse<String> answer = send("/api/requests?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(query.substring(0, query.indexOf('=')));
    }

    /** So that none holds by being empty. */
    @AfterAll
    void enoughWereCompared() {
        assertThat(compared).isGreaterThan(500);
    }

    private void hold(String area, Predicate<Wgs84Point> inside) throws Exception {
        Set<String> expected = places.entrySet().stream()
                .filter(entry -> inside.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = new TreeSet<>();
        walk(
                ALL + "&" + area,
                card -> assertThat(found.add(card.get("id").asString())).isTrue());
        assertThat(found).as(area).isEqualTo(expected);
        compared += found.size();
        JsonNode counts =
                json.readTree(send("/api/requests/counts?" + ALL + "&" + area).body());
        assertThat(counts.get("total").asInt()).isEqualTo(expected.size());
    }

    private void walk(String query, java.util.function.Consumer<JsonNode> each) throws Exception {
        String after = "";
        do {
            JsonNode page = json.readTree(
                    send("/api/requests?limit=150&" + query + after).body());
            page.get("items").forEach(each);
            after = page.has("next") ? "&after=" + page.get("next").asString() : "";
        } while (!after.isEmpty());
    }

    private static Coordinate coordinate(double[] place) {
        return new Coordinate(place[0], place[1]);
    }

    private HttpResponse<String> send(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + town.code() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
