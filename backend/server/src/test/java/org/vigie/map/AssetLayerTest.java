package org.vigie.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Jurisdiction;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

/** What the town has, as maps show it. */
@ServiceTest
@Import(PublishedCity.class)
class AssetLayerTest {

    private static final String TILE = "/tiles/assets/17/66282/46074.mvt";

    @Autowired
    TestJurisdictions jurisdictions;

    @Autowired
    PublishedCity city;

    @Autowired
    MockMvc http;

    private Jurisdiction town = new Jurisdiction(new UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeEach
    void build() {
        town = jurisdictions.square();
        add("LAMP", "4711", "POINT(2.05 47.05)", "null");
        add(
                "GROUND",
                "S1",
                "POLYGON((2.0498 47.0499,2.0502 47.0499,2.0502 47.0501,2.0498 47.0501,2.0498 47.0499))",
                "null");
        add("BIN", "12", "POINT(2.0501 47.05)", "now()");
    }

    @Test
    void groundHasItsShapeAndWhatIsGoneIsNotShown() throws Exception {
        Answers items = ask("/ogc/collections/asset/items?f=json");

        assertThat(items.<Integer>at("$.numberMatched")).isEqualTo(2);
        assertThat(items.<List<String>>at("$.features[*].properties.code")).containsExactlyInAnyOrder("4711", "S1");
        assertThat(items.<List<String>>at("$.features[?(@.properties.code == 'S1')].geometry.type"))
                .containsExactly("Polygon");
    }

    @Test
    void groundIsFoundByABoxThatHoldsItsEdgeButNotItsMiddle() throws Exception {
        Answers edge = ask("/ogc/collections/asset/items?f=json&bbox=2.0497,47.0498,2.04985,47.04995");

        assertThat(edge.<List<String>>at("$.features[*].properties.code")).containsExactly("S1");
    }

    @Test
    void theTileShowsTheSame() throws Exception {
        assertThat(VectorTile.featuresByLayer(tile())).isEqualTo(Map.of("asset", 2));
    }

    @Test
    void whatIsTooSmallForItsShapeIsDrawnByItsPlace() throws Exception {
        add(
                "GROUND",
                "S2",
                "POLYGON((2.0505 47.0505,2.0505001 47.0505,2.0505001 47.0505001,2.0505 47.0505001,2.0505 47.0505))",
                "null");

        assertThat(VectorTile.featuresByLayer(tile())).isEqualTo(Map.of("asset", 3));
    }

    private byte[] tile() throws Exception {
        return http.perform(get("/" + town.code() + TILE))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private Answers ask(String below) throws Exception {
        return Answers.to(http, get("/" + town.code() + below));
    }

    private void add(String kind, String code, String wkt, String retiredAt) {
        city.write(town, """
                insert into territory.asset (jurisdiction_id, asset_id, kind, code, location, shape, retired_at)
                select access.current_jurisdiction(), gen_random_uuid(), '%s', '%s', st_pointonsurface(g),
                    case when st_dimension(g) > 0 then g end, %s
                from st_geomfromtext('%s', 4326) g
                """.formatted(kind, code, retiredAt, wkt));
    }
}
