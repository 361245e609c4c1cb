package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.testing.ServiceTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class PublishedLayersTest {

    @Autowired
    @Qualifier("mapReader")
    JdbcClient reader;

    @Test
    void theCollectionsAreTheLayersThatAreListedForEveryRenderer() throws IOException {
        List<String> listed = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/layers/layers.json"))) {
            for (JsonNode layer : JsonMapper.shared().readTree(file)) {
                assertThat(layer.get("audience").asString()).isEqualTo("public");
                listed.add(
                        layer.get("name").asString() + " " + layer.get("view").asString() + " "
                                + layer.get("geometry").asString());
            }
        }

        // The file is in the order of drawing, the door in that of interest.
        assertThat(PublishedLayers.list().stream()
                        .map(layer -> layer.name() + " " + layer.source().view() + " " + layer.geometryType()))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void everyPropertyIsAColumnThatTheReaderOfTheMapMayRead() {
        for (PublishedLayer layer : PublishedLayers.list()) {
            List<String> columns = reader.sql(
                            "select attname from pg_attribute where attrelid = cast(:view as regclass) and attnum > 0")
                    .param("view", layer.source().view())
                    .query((row, n) -> row.getString("attname"))
                    .list();

            assertThat(columns)
                    .as(layer.name())
                    .contains("geom", layer.source().id().column())
                    .containsAll(layer.properties().stream()
                            .map(PublishedLayer.Property::column)
                            .toList())
                    .containsAll(layer.source().mercator().stream().toList());
            assertThat(layer.source().time().stream())
                    .allMatch(time -> layer.find(time)
                            .filter(property -> property.type() == PublishedLayer.Type.INSTANT)
                            .isPresent());
        }
    }
}
