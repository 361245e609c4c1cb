package org.vigie.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class IndexedLinesTest {

    @Property(tries = 300)
    void saysWhatTheSearchOfAllEdgesSays(
            @ForAll @IntRange(min = 2, max = 200) int corners,
            @ForAll @IntRange(min = 1, max = 4) int lines,
            @ForAll @IntRange(min = -80, max = 80) int latitude,
            @ForAll long seed) {
        Random random = new Random(seed);
        Geometry[] parts = new Geometry[lines];
        for (int line = 0; line < lines; line++) {
            Coordinate[] places = new Coordinate[corners];
            for (int i = 0; i < corners; i++) {
                places[i] = new Coordinate(2 + random.nextDouble(), latitude + random.nextDouble());
            }
            parts[line] = Geometries.FACTORY.createLineString(places);
        }
        Geometry geometry = Geometries.FACTORY.createGeometryCollection(parts);
        Wgs84Point from = new Wgs84Point(1.5 + 2 * random.nextDouble(), latitude - 0.5 + 2 * random.nextDouble());

        assertThat(IndexedLines.of(geometry).metres(from))
                .isCloseTo(Distances.metresToLines(from, geometry), within(1e-6));
    }

    @Test
    void nothingIsInfinitelyFar() {
        assertThat(IndexedLines.of(Geometries.FACTORY.createPolygon()).metres(new Wgs84Point(2, 47)))
                .isInfinite();
    }
}
