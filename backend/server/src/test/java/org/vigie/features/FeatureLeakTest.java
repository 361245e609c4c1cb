package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.vigie.access.Jurisdiction;
import org.vigie.map.PublishedCity;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

/** One private request with words that nobody outside may read: no parameter, no filter and no bisection finds it, here or from next door. */
@ServiceTest
@Import({PublishedCity.class, FeatureCity.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeatureLeakTest {

    private static final String MARK = "canari-secret-7731";
    private static final double LONGITUDE = 2.0137731;
    private static final double LATITUDE = 47.0631377;

    @Autowired
    FeatureCity city;

    @Autowired
    PublishedCity published;

    @Autowired
    TestJurisdictions jurisdictions;

    private Jurisdiction town = new Jurisdiction(new java.util.UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);
    private Jurisdiction neighbour = town;
    private String id = "";

    @BeforeAll
    void plant() {
        town = jurisdictions.square();
        neighbour = jurisdictions.square();
        published.catalogue(town);
        published.catalogue(neighbour);
        published.request(town, "pothole", 2.05, 47.05);
        published.request(neighbour, "pothole", 2.06, 47.06);
        id = published.request(town, "complaint", LONGITUDE, LATITUDE).toString();
        published.write(
                town,
                "update request.request set description = '%s', address = '%s', is_private = true where request_id = '%s'"
                        .formatted(MARK, MARK, id));
    }

    @Test
    void noPageAndNoFeatureHasIt() throws Exception {
        for (Jurisdiction from : List.of(town, neighbour)) {
            for (PublishedLayer layer : PublishedLayers.list()) {
                for (String query : List.of(
                        "?limit=5000",
                        "?limit=5000&f=html",
                        "?limit=5000&crs=http://www.opengis.net/def/crs/EPSG/0/2154")) {
                    assertHidden(city.ask(from, "/collections/" + layer.name() + "/items" + query));
                }
                assertThat(city.ask(from, "/collections/" + layer.name() + "/items/" + id)
                                .status())
                        .isEqualTo(404);
                assertHidden(city.ask(from, "/collections/" + layer.name()));
            }
            assertThat(matched(from, "limit=1")).isEqualTo(1);
        }
    }

    @Test
    void noParameterFindsIt() throws Exception {
        for (Jurisdiction from : List.of(town, neighbour)) {
            assertThat(matched(from, "description=" + MARK)).isZero();
            assertThat(matched(from, "address=" + MARK)).isZero();
            assertThat(matched(from, "category=complaint")).isZero();
            assertThat(matched(from, "domain=other")).isZero();
            for (String hidden : List.of(
                    "is_private=true",
                    "request_id=" + id,
                    "jurisdiction_id=" + town.id(),
                    "q=" + MARK,
                    "team=x",
                    "requester=x")) {
                assertThat(city.ask(from, "/collections/request/items?" + hidden)
                                .status())
                        .as(hidden)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void noFilterFindsItOnDeclaredFieldsAndNoneMaySpeakOfOthers() throws Exception {
        List<String> finding = new ArrayList<>(List.of(
                "description LIKE '%canari%'",
                "CASEI(address) LIKE CASEI('%CANARI%')",
                "NOT (category='pothole')",
                "category<>'pothole'",
                "S_INTERSECTS(geometry,POINT(" + LONGITUDE + " " + LATITUDE + "))",
                "NOT S_DISJOINT(geometry,BBOX(2.0137,47.0631,2.0138,47.0632))",
                "description IS NULL",
                "category IN ('complaint')"));
        for (String filter : finding) {
            assertThat(matched(town, "filter=" + FeatureCity.encoded(filter)))
                    .as(filter)
                    .isZero();
            assertThat(matched(neighbour, "filter=" + FeatureCity.encoded(filter)))
                    .as(filter)
                    .isZero();
        }
        for (String column : List.of(
                "is_private",
                "team_id",
                "owner_account_id",
                "requester_id",
                "jurisdiction_id",
                "request_id",
                "priority",
                "location",
                "geom",
                "location3857",
                "xmin",
                "ctid",
                "tableoid",
                "external_id",
                "request")) {
            Answers refused =
                    city.ask(town, "/collections/request/items?filter=" + FeatureCity.encoded(column + " IS NOT NULL"));
            assertThat(refused.status()).as(column).isEqualTo(400);
            assertThat(refused.problem()).as(column).isEqualTo("filter-property-unknown");
        }
    }

    @Test
    void noBisectionOfBoxesCountsIt() throws Exception {
        double west = 2.0;
        double south = 47.0;
        double size = 0.1;
        for (int step = 0; step < 20; step++) {
            String box = "%s,%s,%s,%s".formatted(west, south, west + size, south + size);
            int visible = west <= 2.05 && 2.05 <= west + size && south <= 47.05 && 47.05 <= south + size ? 1 : 0;
            assertThat(matched(town, "bbox=" + box)).as(box).isEqualTo(visible);
            size /= 2;
            west = LONGITUDE >= west + size ? west + size : west;
            south = LATITUDE >= south + size ? south + size : south;
        }
        assertThat(city.ask(town, "/collections/request").<List<Double>>at("$.extent.spatial.bbox[0]"))
                .containsExactly(2.0, 47.0, 2.1, 47.1);
    }

    private void assertHidden(Answers answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain(MARK, id, "2.01377", "47.06313");
    }

    private int matched(Jurisdiction from, String query) throws Exception {
        Answers answer = city.ask(from, "/collections/request/items?" + query);
        assertThat(answer.status()).as(query + answer.text()).isEqualTo(200);
        return java.util.Objects.requireNonNull(answer.<Integer>at("$.numberMatched"));
    }
}
