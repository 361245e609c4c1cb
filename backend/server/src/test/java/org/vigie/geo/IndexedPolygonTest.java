package org.vigie.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.buffer.BufferOp;

class IndexedPolygonTest {

    /** Rings that turn and jag, with holes, of a few corners up to many thousands: one level of boxes, or three. */
    @Property(tries = 150)
    void coversWhatTheLibraryCoversAndIsAsFarAsTheSearchOfAllEdges(
            @ForAll @IntRange(min = 1, max = 4_000) int corners,
            @ForAll @IntRange(min = -80, max = 80) int latitude,
            @ForAll long seed) {
        Random random = new Random(seed);
        Geometry polygon = jagged(3 + corners, latitude, random);
        IndexedPolygon indexed = new IndexedPolygon(polygon);
        IndexedPointInAreaLocator library = new IndexedPointInAreaLocator(polygon);

        for (Wgs84Point point : pointsIn(polygon, random)) {
            assertThat(indexed.locate(point))
                    .as("%s of %s", point, polygon)
                    .isEqualTo(library.locate(new Coordinate(point.longitudeDegrees(), point.latitudeDegrees())));
            assertThat(indexed.metresToEdge(point)).isCloseTo(Distances.metresToLines(point, polygon), within(1e-6));
        }
    }

    /** On a coarse grid rays meet corners, run along level edges and touch tips all the time. */
    @Property(tries = 300)
    void countsCornersTipsAndLevelEdgesOnce(@ForAll @IntRange(min = 1, max = 12) int squares, @ForAll long seed) {
        Random random = new Random(seed);
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < squares; i++) {
            parts.add(square(2 + random.nextInt(6), 47 + random.nextInt(6), 1 + random.nextInt(3)));
        }
        Geometry union = Geometries.FACTORY.buildGeometry(parts).union();
        IndexedPolygon indexed = new IndexedPolygon(union);

        for (double x = 1; x <= 12; x += 0.5) {
            for (double y = 46; y <= 57; y += 0.5) {
                assertThat(indexed.locate(new Wgs84Point(x, y)))
                        .isEqualTo(new IndexedPointInAreaLocator(union).locate(new Coordinate(x, y)));
            }
        }
    }

    @Test
    void nothingCoversNothingAndIsInfinitelyFar() {
        IndexedPolygon nothing = new IndexedPolygon(Geometries.FACTORY.createPolygon());
        assertThat(nothing.locate(new Wgs84Point(2, 47))).isEqualTo(Location.EXTERIOR);
        assertThat(nothing.metresToEdge(new Wgs84Point(2, 47))).isInfinite();
    }

    private static Geometry jagged(int corners, int latitude, Random random) {
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double radius = 0.2 + 0.3 * random.nextDouble();
            ring[i] = new Coordinate(2 + radius * Math.cos(angle), latitude + radius * Math.sin(angle));
        }
        ring[corners] = ring[0];
        Geometry outer = Geometries.FACTORY.createPolygon(ring);
        Geometry hole =
                AffineTransformation.scaleInstance(0.3, 0.3, 2, latitude).transform(outer);
        return BufferOp.bufferOp(outer.difference(hole), 0);
    }

    /** A diamond, a square or a square with a tip, on whole degrees. */
    private static Geometry square(int x, int y, int side) {
        Coordinate first = side == 2 ? new Coordinate(x + 1, y - 1) : new Coordinate(x, y);
        return Geometries.FACTORY.createPolygon(new Coordinate[] {
            first, new Coordinate(x + side, y), new Coordinate(x + side, y + side), new Coordinate(x, y + side), first
        });
    }

    private static List<Wgs84Point> pointsIn(Geometry polygon, Random random) {
        List<Wgs84Point> points = new ArrayList<>();
        Coordinate[] corners = polygon.getCoordinates();
        for (int i = 0; i < 40; i++) {
            Coordinate corner = corners[random.nextInt(corners.length)];
            Coordinate next = corners[random.nextInt(corners.length)];
            points.add(new Wgs84Point(corner.x, corner.y));
            // Not the middle: from there two edges may be equally far, and either may be taken.
            points.add(new Wgs84Point(0.45 * corner.x + 0.55 * next.x, 0.45 * corner.y + 0.55 * next.y));
            points.add(new Wgs84Point(corner.x + random.nextDouble() - 0.5, corner.y));
            points.add(new Wgs84Point(Math.nextUp(corner.x), Math.nextDown(corner.y)));
        }
        return points;
    }
}
