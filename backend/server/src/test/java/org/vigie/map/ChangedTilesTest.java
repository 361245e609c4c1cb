package org.vigie.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.geo.TileAddress;

class ChangedTilesTest {

    private final ChangedTiles changed = ChangedTiles.of("33189/22546 33191/22540");

    @Test
    void everyTileAroundAPlaceIsConcernedFromTheWorldDown() {
        for (int zoom = 0; zoom <= 16; zoom++) {
            assertThat(changed.concerns(new TileAddress(zoom, 33189 >> (16 - zoom), 22546 >> (16 - zoom))))
                    .isTrue();
        }
        assertThat(changed.concerns(new TileAddress(18, 33189 * 4 + 3, 22546 * 4)))
                .isTrue();
    }

    @Test
    void neighboursAreConcernedOnlyWhereTheirMarginIsDrawn() {
        assertThat(changed.concerns(new TileAddress(16, 33190, 22546))).isFalse();
        assertThat(changed.concerns(new TileAddress(17, 33190 * 2, 22546 * 2))).isTrue();
        assertThat(changed.concerns(new TileAddress(16, 33195, 22546))).isFalse();
        assertThat(changed.concerns(new TileAddress(17, 33195 * 2, 22546 * 2))).isFalse();
    }
}
