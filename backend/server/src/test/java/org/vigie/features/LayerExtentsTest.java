package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.map.PublishedCity;
import org.vigie.testing.ServiceTest;

/** Only what lies beyond the town's box is read for an extent, and it is what reading everything comes to. */
@ServiceTest
@Import({PublishedCity.class, FeatureCity.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerExtentsTest {

    @Autowired
    FeatureCity city;

    @Autowired
    PublishedCity published;

    @Autowired
    LayerExtents extents;

    @Autowired
    @Qualifier("mapReader")
    JdbcClient reader;

    @Autowired
    @Qualifier("mapReader")
    TransactionTemplate reading;

    private Jurisdiction town = new Jurisdiction(new java.util.UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeAll
    void build() {
        town = city.make();
        published.write(town, """
                update request.request set location = st_setsrid(st_makepoint(2.17, 46.93), 4326)
                    where jurisdiction_id = access.current_jurisdiction() and number = '2026-000002';
                insert into territory.basemap_feature (jurisdiction_id, kind, class, name, shape)
                    values (access.current_jurisdiction(), 'STREET', 'main', 'Sortie', st_geomfromtext('linestring(2.05 47.05, 1.93 47.05, 1.98 47.3)', 4326));
                """);
    }

    @Test
    void theExtentIsWhatReadingEveryFeatureComesTo() {
        for (PublishedLayer layer : PublishedLayers.list()) {
            CurrentJurisdiction.inside(town, () -> {
                double[] told = extents.of(layer).bounds().toArray();
                List<Double> whole = whole(layer);
                for (int edge = 0; edge < whole.size(); edge++) {
                    assertThat(told[edge]).as(layer.name()).isCloseTo(whole.get(edge), within(1e-12));
                }
            });
        }
        CurrentJurisdiction.inside(town, () -> {
            assertThat(extents.of(PublishedLayers.find("request").orElseThrow())
                            .bounds()
                            .toArray())
                    .containsExactly(2.0, 46.93, 2.17, 47.1);
            assertThat(extents.of(PublishedLayers.find("basemap").orElseThrow())
                            .bounds()
                            .toArray())
                    .containsExactly(1.93, 47.0, 2.1, 47.3);
        });
    }

    private List<Double> whole(PublishedLayer layer) {
        return java.util.Objects.requireNonNull(reading.execute(status -> reader.sql(
                        """
                        select st_xmin(e.box), st_ymin(e.box), st_xmax(e.box), st_ymax(e.box)
                        from (select st_extent(g.geom) as box
                              from (select geom from %s union all select geom from map.jurisdiction) g) e
                        """.formatted(layer.source().view()))
                .query((row, n) -> List.of(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)))
                .single()));
    }
}
