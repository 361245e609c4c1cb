package org.vigie.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileAddressTest {

    @ParameterizedTest
    @CsvSource({
        "2.3522, 48.8566, 12, 2074, 1409",
        "0, 0, 1, 1, 1",
        "-180, 85, 3, 0, 0",
        "180, 90, 3, 7, 0",
        "0, -90, 3, 4, 7"
    })
    void everyPlaceLiesInATileOfEachZoomAlsoAtTheEndsOfTheWorld(
            double longitude, double latitude, int zoom, int x, int y) {
        assertThat(TileAddress.holding(new Wgs84Point(longitude, latitude), zoom))
                .isEqualTo(new TileAddress(zoom, x, y));
    }
}
