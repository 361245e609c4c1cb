package org.vigie.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.vigie.testing.TestCity.as;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.geo.Geometries;
import org.vigie.geo.Wgs84Point;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** The desk's queue of a drawn ground and of so many metres around a place, page by page, against JTS and GeographicLib over all of it. */
@ServiceTest
class DeskAreaTest {

    private static final int REQUESTS = 400;
    private static final String EVERY_STATE =
            "state=RECEIVED,ASSIGNED,IN_PROGRESS,RESOLVED,CLOSED,REJECTED,DUPLICATE,FORWARDED,REOPENED";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    JdbcClient jdbc;

    private final Random random = new Random(7);

    private record Found(Wgs84Point place, boolean open) {}

    private final Map<String, Found> all = new HashMap<>();
    private TestCity.City city;
    private SignedInAccount dispatcher;

    @BeforeEach
    void make() throws Exception {
        city = cities.make();
        dispatcher = cities.account(city, Role.DISPATCHER);
        fill();
        all.clear();
        for (String state : List.of("RECEIVED", "CLOSED")) {
            walk(
                    "state=" + state,
                    card -> all.put(
                            card.id(),
                            new Found(new Wgs84Point(card.longitude(), card.latitude()), state.equals("RECEIVED"))));
        }
        assertThat(all).hasSize(REQUESTS);
    }

    @Test
    void aPolygonHoldsWhatJtsSaysLiesInItOpenOnesUnlessStatesAreAskedFor() throws Exception {
        int compared = 0;
        for (int i = 0; i < 6; i++) {
            double[] at = {
                2.0 + 0.02 * random.nextDouble(), 47.0 + 0.05 * random.nextDouble(),
                2.06 + 0.04 * random.nextDouble(), 47.0 + 0.02 * random.nextDouble(),
                2.03 + 0.05 * random.nextDouble(), 47.06 + 0.04 * random.nextDouble()
            };
            Polygon triangle = Geometries.FACTORY.createPolygon(new Coordinate[] {
                new Coordinate(at[0], at[1]),
                new Coordinate(at[2], at[3]),
                new Coordinate(at[4], at[5]),
                new Coordinate(at[0], at[1])
            });
            compared += hold(
                    "polygon=%s,%s,%s,%s,%s,%s".formatted(at[0], at[1], at[2], at[3], at[4], at[5]),
                    place -> triangle.covers(place.toJts()));
        }
        assertThat(compared).isGreaterThan(300);
    }

    @Test
    void aCircleHoldsWhatLiesWithinItsMetresOnTheEllipsoid() throws Exception {
        int compared = 0;
        for (int metres : new int[] {400, 1500, 3000}) {
            double longitude = 2.03 + 0.04 * random.nextDouble();
            double latitude = 47.03 + 0.04 * random.nextDouble();
            compared += hold(
                    "around=%s,%s,%d".formatted(longitude, latitude, metres),
                    place -> metres(latitude, longitude, place) <= metres);
        }
        assertThat(compared).isGreaterThan(50);
    }

    @Test
    void polygonCircleAndTheOtherFiltersHoldTogether() throws Exception {
        assertThat(hold(
                        "polygon=2.0,47.0,2.05,47.0,2.05,47.1,2.0,47.1&around=2.05,47.05,3000&category=nid-de-poule",
                        place -> place.longitudeDegrees() <= 2.05 && metres(47.05, 2.05, place) <= 3000))
                .isPositive();
        assertThat(hold("polygon=2.0,47.0,2.01,47.0,2.01,47.01&around=2.09,47.09,500", place -> false))
                .isZero();
    }

    @Test
    void theFileOfTheQueueHoldsTheSameGround() throws Exception {
        long inside = all.values().stream()
                .filter(found -> found.open() && found.place().longitudeDegrees() <= 2.04)
                .count();
        String file = Answers.to(
                        http,
                        get(path("/requests.csv?polygon=2.0,47.0,2.04,47.0,2.04,47.1,2.0,47.1"))
                                .with(as(dispatcher)))
                .text();
        assertThat(file.lines().count() - 1).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "polygon=2,47,2.1,47",
                "polygon=2,47,2.1,47.1,2.1,47,2,47.1",
                "polygon=2,47,2.1,47,2.1,x",
                "polygon=,",
                "around=2,47",
                "around=2,47,50001",
                "around=2,47,NaN",
                "around=200,47,100"
            })
    void anAreaThatIsNoneIsRefusedByName(String query) throws Exception {
        Answers refusal = Answers.to(http, get(path("/requests?" + query)).with(as(dispatcher)));
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.problem()).isEqualTo("parameter-malformed");
        assertThat(refusal.<String>at("$.detail")).contains(query.substring(0, query.indexOf('=')));
    }

    /** @return how many of all states were found */
    private int hold(String area, Predicate<Wgs84Point> inside) throws Exception {
        assertThat(found(area)).as(area).containsExactlyInAnyOrderElementsOf(expected(inside, true));
        List<String> ofEveryState = found(area + "&" + EVERY_STATE);
        assertThat(ofEveryState).as(area).containsExactlyInAnyOrderElementsOf(expected(inside, false));
        return ofEveryState.size();
    }

    private List<String> expected(Predicate<Wgs84Point> inside, boolean openOnly) {
        return all.entrySet().stream()
                .filter(entry -> inside.test(entry.getValue().place()))
                .filter(entry -> !openOnly || entry.getValue().open())
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> found(String query) throws Exception {
        List<String> ids = new ArrayList<>();
        walk(query, card -> ids.add(card.id()));
        return ids;
    }

    private record Card(String id, double longitude, double latitude) {}

    private void walk(String query, java.util.function.Consumer<Card> each) throws Exception {
        String after = "";
        do {
            Answers page = Answers.to(
                    http, get(path("/requests?limit=70&" + query + after)).with(as(dispatcher)));
            List<String> ids = page.at("$.items[*].id");
            List<Double> coordinates = page.at("$.items[*].position.coordinates[*]");
            for (int i = 0; i < ids.size(); i++) {
                each.accept(new Card(ids.get(i), coordinates.get(2 * i), coordinates.get(2 * i + 1)));
            }
            Object next = page.<Map<String, Object>>at("$").get("next");
            after = next == null ? "" : "&after=" + next;
        } while (!after.isEmpty());
    }

    private static double metres(double latitude, double longitude, Wgs84Point place) {
        return Geodesic.WGS84.Inverse(latitude, longitude, place.latitudeDegrees(), place.longitudeDegrees()).s12;
    }

    /** A third is open, the rest closed; no two places are the same. */
    private void fill() {
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("""
                        insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel, location,
                                location_source, address, placement_rule, service_id, team_id, assignment_rule, received_at, changed_at, closed_at)
                            select c.jurisdiction_id, gen_random_uuid(), '2025-' || lpad(n::text, 6, '0'), 'INCIDENT',
                                case n % 3 when 0 then 'RECEIVED' else 'CLOSED' end, c.category_id, 'Trou', 'WEB',
                                st_setsrid(st_makepoint(2.0 + 0.1 * random(), 47.0 + 0.1 * random()), 4326), 'PIN', '', 'NO_SECTORS', c.service_id,
                                t.team_id, 'LAST_RESORT', now() - n * interval '1 hour', now(), case n % 3 when 0 then null else now() end
                            from generate_series(1, :requests) n
                            join catalogue.category c on c.code = 'nid-de-poule'
                            join team.team t using (jurisdiction_id)
                            where t.is_last_resort
                        """).param("requests", REQUESTS).update());
    }

    private String path(String below) {
        return "/" + city.jurisdiction().code() + "/api/desk" + below;
    }
}
