package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.vigie.access.Jurisdiction;
import org.vigie.map.PublishedCity;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;

/** What lies in a place is read plot by plot: page after page each once, whatever the filter beside it. */
@ServiceTest
@Import({PublishedCity.class, FeatureCity.class})
class PagesOfAPlaceTest {

    @Autowired
    FeatureCity city;

    private Jurisdiction town = new Jurisdiction(new java.util.UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeEach
    void build() {
        town = city.make();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Edges on the grid of places, so that some lie on them.
                "bbox=2.02,47.03,2.05,47.06",
                "bbox=2.02,47.03,2.05,47.06&is_open=true",
                "bbox=2.02,47.03,2.02,47.03",
                "filter=S_INTERSECTS(geometry,POLYGON((2.01%2047.01,2.06%2047.01,2.03%2047.05,2.01%2047.01)))%20AND%20is_open=false",
                "filter=S_WITHIN(geometry,POLYGON((2.01%2047.01,2.06%2047.01,2.03%2047.05,2.01%2047.01)))&datetime=2026-01-05/..",
                "bbox=2.02,47.03,2.05,47.06&filter=S_INTERSECTS(geometry,POINT(2.03%2047.04))"
            })
    void itsPagesHoldEachOnceAndTogetherAllOfIt(String query) throws Exception {
        List<String> all = ids(query + "&limit=5000");
        assertThat(all).isNotEmpty().doesNotHaveDuplicates();

        List<String> inPages = new ArrayList<>();
        String address = first(query + "&limit=3");
        while (!address.isEmpty()) {
            Answers page = city.at(address);
            assertThat(page.<Integer>at("$.numberMatched")).isEqualTo(all.size());
            inPages.addAll(page.<List<String>>at("$.features[*].id"));
            address = next(page);
        }

        assertThat(inPages).isEqualTo(all);
    }

    @Test
    void largePagesAreNotCountedUnlessOneAsks() throws Exception {
        String place = "bbox=2.0,47.0,2.05,47.05&limit=101&filter=is_open=true%20OR%20is_open=false";
        Answers whole = city.ask(town, "/collections/request/items?" + place);
        int matched = whole.<Integer>at("$.numberMatched");
        assertThat(matched).isEqualTo(whole.<Integer>at("$.numberReturned")).isLessThan(101);

        assertThat(told("bbox=2.0,47.0,2.05,47.05&limit=10")).containsEntry("numberMatched", matched);
        assertThat(told("bbox=2.0,47.0,2.05,47.05&limit=10&count=false")).doesNotContainKey("numberMatched");
        // No place: all can be counted beside what is read by id.
        assertThat(told("limit=200")).containsEntry("numberMatched", FeatureCity.REQUESTS);
        assertThat(told("limit=200&count=false")).doesNotContainKey("numberMatched");
        assertThat(city.ask(town, "/collections/request/items?count=maybe").status())
                .isEqualTo(400);
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() throws Exception {
        String ofAPlace = next(city.at(first("bbox=2.02,47.03,2.05,47.06&limit=3")));
        String cursor = ofAPlace.replaceAll(".*[?&]after=([^&]*).*", "$1");
        assertThat(city.at(first("limit=3&after=" + cursor)).problem()).isEqualTo("cursor-malformed");
    }

    private Map<String, Object> told(String query) throws Exception {
        return JsonPath.parse(city.at(first(query)).text()).read("$");
    }

    private List<String> ids(String query) throws Exception {
        return city.at(first(query)).at("$.features[*].id");
    }

    private String first(String query) {
        return "http://localhost/" + town.code() + "/ogc/collections/request/items?" + query;
    }

    private static String next(Answers page) {
        return Stream.of(page.<List<String>>at("$.links[?(@.rel=='next')].href"))
                .flatMap(List::stream)
                .findFirst()
                .orElse("");
    }
}
