package org.vigie.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.vigie.access.Jurisdiction;
import org.vigie.geo.Wgs84Point;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

/** The open requests nearest to a place, against GeographicLib over all of them. */
@ServiceTest
@Import(PublishedCity.class)
class NearestRequestsTest {

    private static final double ROUNDED_METRES = 0.051;

    @Autowired
    TestJurisdictions jurisdictions;

    @Autowired
    PublishedCity city;

    @Autowired
    MockMvc mvc;

    private final Random random = new Random(20);
    private final Map<String, Wgs84Point> open = new HashMap<>();
    private Jurisdiction town = new Jurisdiction(new java.util.UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeEach
    void build() throws Exception {
        Jurisdiction neighbour = jurisdictions.square();
        city.catalogue(neighbour);
        city.manyRequests(neighbour, 300);
        town = jurisdictions.square();
        city.catalogue(town);
        city.manyRequests(town, 900);
        city.request(town, "complaint", 2.05, 47.05);
        String after = "";
        do {
            Answers page = get("/api/requests?limit=200&state=RECEIVED,ASSIGNED,IN_PROGRESS" + after);
            List<String> ids = page.at("$.items[*].id");
            List<Double> at = page.at("$.items[*].position.coordinates[*]");
            for (int i = 0; i < ids.size(); i++) {
                open.put(ids.get(i), new Wgs84Point(at.get(2 * i), at.get(2 * i + 1)));
            }
            Object next = page.<Map<String, Object>>at("$").get("next");
            after = next == null ? "" : "&after=" + next;
        } while (!after.isEmpty());
        assertThat(open).hasSize(300);
    }

    @Test
    void theNearestAreTheNearestOnTheEllipsoidEachWithItsMetres() throws Exception {
        for (int i = 0; i < 40; i++) {
            double longitude = 1.95 + 0.2 * random.nextDouble();
            double latitude = 46.95 + 0.2 * random.nextDouble();
            int limit = 1 + random.nextInt(50);
            int furthest = i % 4 == 0 ? 1_000 : 50_000;
            Answers told = nearest(longitude, latitude, "&limit=" + limit + "&metres=" + furthest);
            List<Double> expected = open.values().stream()
                    .map(place -> metres(latitude, longitude, place))
                    .filter(metres -> metres <= furthest)
                    .sorted()
                    .limit(limit)
                    .toList();
            List<Double> distances = distances(told);
            assertThat(distances).hasSameSizeAs(expected).isSortedAccordingTo(Comparator.naturalOrder());
            List<String> ids = told.at("$.items[*].id");
            assertThat(ids).doesNotHaveDuplicates();
            for (int place = 0; place < ids.size(); place++) {
                double metres = metres(latitude, longitude, Objects.requireNonNull(open.get(ids.get(place))));
                assertThat(distances.get(place)).isBetween(metres - ROUNDED_METRES, metres + ROUNDED_METRES);
                assertThat(distances.get(place))
                        .isBetween(expected.get(place) - ROUNDED_METRES, expected.get(place) + ROUNDED_METRES);
            }
        }
    }

    @Test
    void anItemSaysWhatTheCardOfTheListSays() throws Exception {
        Answers told = nearest(2.05, 47.05, "&limit=1");
        Answers card = get("/api/requests/" + told.<String>at("$.items[0].number"));
        for (String member : List.of(
                "id",
                "number",
                "kind",
                "state",
                "category",
                "title",
                "glyph",
                "domain",
                "address",
                "position",
                "ring.late")) {
            assertThat(told.<Object>at("$.items[0]." + member)).as(member).isEqualTo(card.<Object>at("$." + member));
        }
        assertThat(Instant.parse(told.<String>at("$.items[0].receivedAt")))
                .isEqualTo(Instant.parse(card.<String>at("$.receivedAt")));
        assertThat(told.<Number>at("$.items[0].ring.left").doubleValue())
                .isCloseTo(card.<Number>at("$.ring.left").doubleValue(), within(0.01));
    }

    @Test
    void farFromEverythingNothingIsNear() throws Exception {
        assertThat(nearest(10, 50, "").<List<Object>>at("$.items")).isEmpty();
        assertThat(nearest(10, 50, "").<Integer>at("$.furthestMetres")).isEqualTo(5_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lon=2&lat=47&limit=0",
                "lon=2&lat=47&limit=51",
                "lon=2&lat=47&metres=0",
                "lon=2&lat=47&metres=50001",
                "lon=200&lat=47",
                "lon=2&lat=89",
                "lon=2&lat=NaN",
                "lon=2",
                "lon=2&lat=x"
            })
    void whatIsNoPlaceOrNoNumberIsRefused(String query) throws Exception {
        assertThat(get("/api/requests/nearest?" + query).status()).isEqualTo(400);
    }

    private static List<Double> distances(Answers told) {
        List<Number> distances = told.at("$.items[*].distanceMetres");
        List<Double> metres = new ArrayList<>();
        distances.forEach(each -> metres.add(each.doubleValue()));
        return metres;
    }

    private static double metres(double latitude, double longitude, Wgs84Point place) {
        return Geodesic.WGS84.Inverse(latitude, longitude, place.latitudeDegrees(), place.longitudeDegrees()).s12;
    }

    private Answers nearest(double longitude, double latitude, String more) throws Exception {
        return get("/api/requests/nearest?lon=%s&lat=%s%s".formatted(longitude, latitude, more));
    }

    private Answers get(String path) throws Exception {
        return Answers.to(mvc, MockMvcRequestBuilders.get("/" + town.code() + path));
    }
}
