package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.vigie.access.Jurisdiction;
import org.vigie.map.PublishedCity;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;

/** A letter came without a place: its request is published and lies nowhere until somebody has located it. */
@ServiceTest
@Import({FeatureCity.class, PublishedCity.class})
class FeaturesWithoutPlaceTest {

    private static final String ITEMS = "/collections/request/items";

    @Autowired
    FeatureCity city;

    @Autowired
    PublishedCity published;

    private Jurisdiction town = new Jurisdiction(new java.util.UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeEach
    void takeOnePlaceAway() {
        town = city.make();
        published.write(town, """
                update request.request set location = null, location_source = 'NONE', placement_rule = 'TO_BE_LOCATED'
                where number = '2026-000007'
                """);
    }

    @Test
    void itsGeometryIsNullAsGeoJsonHasIt() throws Exception {
        Answers page = city.ask(town, ITEMS + "?limit=5000");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.<List<Object>>at("$.features[?(@.properties.number=='2026-000007')].geometry"))
                .containsExactly((Object) null);

        String id = page.<List<String>>at("$.features[?(@.properties.number=='2026-000007')].id")
                .getFirst();
        assertThat(city.ask(town, ITEMS + "/" + id).<Object>at("$.geometry")).isNull();
        for (String address : List.of(ITEMS, ITEMS + "/" + id)) {
            assertThat(city.ask(town, address + "?f=html").status()).as(address).isEqualTo(200);
        }
    }

    @Test
    void noPlaceFindsIt() throws Exception {
        for (String asked : List.of(
                "bbox=-180,-90,180,90",
                "filter=" + FeatureCity.encoded("S_DISJOINT(geometry, POINT(0 0))"),
                "filter=" + FeatureCity.encoded("NOT S_INTERSECTS(geometry, POINT(0 0))"))) {
            Answers page = city.ask(town, ITEMS + "?limit=5000&" + asked);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            assertThat(page.<List<String>>at("$.features[*].properties.number"))
                    .as(asked)
                    .isNotEmpty()
                    .doesNotContain("2026-000007");
        }
    }
}
