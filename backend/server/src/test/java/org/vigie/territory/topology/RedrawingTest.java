package org.vigie.territory.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.vigie.access.Refusal;
import org.vigie.geo.Areas;
import org.vigie.geo.Geometries;

class RedrawingTest {

    private static final MultiPolygon GROUND = rectangle(2.0, 47.0, 2.1, 47.1);

    /** A corner set on an edge of the outline leaves it by less than a nanometre, and the geodesics of a split edge 8 km long by more. */
    private static final double TOLERANCE_METRES = 1;

    /** Starts from a mesh of crooked cells; whatever people try, in whatever order, no ground is lost and none is had twice. */
    @Property(tries = 120)
    void whateverIsRedrawnTheGroundIsCoveredOnce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int edits) {
        Random random = new Random(seed);
        List<Piece> pieces = mesh(random, 2 + random.nextInt(4));
        double planar = planar(pieces);
        int made = 0;
        for (int i = 0; i < edits; i++) {
            List<Piece> before = pieces;
            pieces = orBefore(before, edit(random, before, i));
            made += pieces.equals(before) ? 0 : 1;

            assertThat(Survey.of(pieces, GROUND, TOLERANCE_METRES).isPartition())
                    .isTrue();
            assertThat(Redrawing.isNoded(pieces)).isTrue();
            assertThat(planar(pieces)).isCloseTo(planar, withinPercentage(1e-4));
            assertThat(pieces)
                    .allSatisfy(piece -> assertThat(piece.shape().isValid()).isTrue());
        }
        net.jqwik.api.statistics.Statistics.label("share of edits that were possible")
                .collect(made * 10 / edits * 10 + " %");
    }

    private static List<Piece> orBefore(List<Piece> before, Supplier<List<Piece>> edit) {
        try {
            return edit.get();
        } catch (Refusal refused) {
            return before;
        }
    }

    private static Supplier<List<Piece>> edit(Random random, List<Piece> pieces, int i) {
        Redrawing redrawing = Redrawing.of(pieces);
        String code = pieces.get(random.nextInt(pieces.size())).code();
        return switch (random.nextInt(4)) {
            case 0 -> () -> redrawing.claim(code, drawn(random, pieces));
            case 1 -> () -> redrawing.split(code, line(random, pieces), "n" + i, "new " + i);
            case 2 ->
                () -> redrawing.merge(
                        List.of(code, pieces.get(random.nextInt(pieces.size())).code()));
            default -> {
                Coordinate corner = corner(random, pieces);
                yield () -> redrawing.movePoint(
                        corner,
                        new Coordinate(
                                corner.x + (random.nextDouble() - 0.5) * 0.02,
                                corner.y + (random.nextDouble() - 0.5) * 0.02));
            }
        };
    }

    @Test
    void groundDrawnForASectorIsTakenFromItsNeighbours() {
        List<Piece> redrawn = Redrawing.of(halves()).claim("w", box(2.04, 47.02, 2.07, 47.04));

        assertThat(areaOf(redrawn, "w") - areaOf(halves(), "w"))
                .isCloseTo(Areas.squareMetres(box(2.05, 47.02, 2.07, 47.04)), withinPercentage(0.01));
        assertThat(Redrawing.changes(halves(), redrawn)).singleElement().satisfies(change -> {
            assertThat(change.from()).isEqualTo("e");
            assertThat(change.to()).isEqualTo("w");
            assertThat(change.squareMetres())
                    .isCloseTo(Areas.squareMetres(box(2.05, 47.02, 2.07, 47.04)), withinPercentage(0.01));
        });
    }

    /** Drawn along the common edge by hand: a decimetre off it at each corner. */
    @Test
    void whatIsDrawnAlongAnEdgeLiesOnIt() {
        Polygon drawn = polygon(2.050001, 47.02, 2.07, 47.02, 2.07, 47.04, 2.0499991, 47.04);

        List<Piece> redrawn = Redrawing.of(halves()).claim("w", drawn);

        assertThat(redrawn.stream().mapToInt(piece -> piece.shape().getNumGeometries()))
                .containsOnly(1);
        assertThat(areaOf(redrawn, "w") - areaOf(halves(), "w"))
                .isCloseTo(Areas.squareMetres(box(2.05, 47.02, 2.07, 47.04)), withinPercentage(0.01));
    }

    @Test
    void theSmallerSideOfACutIsTheNewSector() {
        List<Piece> redrawn = Redrawing.of(halves()).split("e", line(2.09, 46.99, 2.09, 47.11), "n", "Neuf");

        assertThat(redrawn).extracting(Piece::code).containsExactly("w", "e", "n");
        assertThat(areaOf(redrawn, "n")).isCloseTo(areaOf(halves(), "e") / 5, withinPercentage(0.1));
        assertThat(redrawn.getLast().name()).isEqualTo("Neuf");
    }

    @Test
    void aCutLeavesTheSectorsBeyondAsTheyAre() {
        List<Piece> redrawn = Redrawing.of(halves()).split("e", line(1.99, 47.05, 2.11, 47.05), "n", "Neuf");

        // One corner more, where the cut meets the common edge.
        assertThat(redrawn.getFirst().shape().getNumPoints()).isEqualTo(6);
        assertThat(areaOf(redrawn, "w")).isCloseTo(areaOf(halves(), "w"), withinPercentage(1e-6));
    }

    @Test
    void mergedSectorsKeepTheFirstOnesNameAndNoEdgeBetweenThem() {
        List<Piece> redrawn = Redrawing.of(halves()).merge(List.of("e", "w"));

        assertThat(redrawn).singleElement().satisfies(piece -> {
            assertThat(piece.code()).isEqualTo("e");
            assertThat(piece.shape().equalsTopo(GROUND)).isTrue();
        });
    }

    @Test
    void aPointOfAnEdgeBecomesACornerOfBothSectorsAndMoves() {
        List<Piece> redrawn =
                Redrawing.of(halves()).movePoint(new Coordinate(2.05, 47.05), new Coordinate(2.06, 47.05));

        assertThat(areaOf(redrawn, "w")).isGreaterThan(areaOf(halves(), "w"));
        assertThat(Survey.of(redrawn, GROUND, 0).isSpotless()).isTrue();
        List<Piece> back = Redrawing.of(redrawn).movePoint(new Coordinate(2.06, 47.05), new Coordinate(2.05, 47.0));
        assertThat(back)
                .extracting(piece -> piece.shape().norm())
                .containsExactlyElementsOf(halves().stream()
                        .map(piece -> (Geometry) piece.shape().norm())
                        .toList());
    }

    @Test
    void whatCannotBeDrawnIsRefusedWithItsReason() {
        Redrawing redrawing = Redrawing.of(halves());
        refused("drawing-crosses-itself", () -> redrawing.claim("w", polygon(2, 47, 2.1, 47.1, 2.1, 47, 2, 47.1)));
        refused("drawing-changes-nothing", () -> redrawing.claim("w", box(2.01, 47.01, 2.02, 47.02)));
        refused("sector-would-vanish", () -> redrawing.claim("w", box(1, 46, 3, 48)));
        refused("line-does-not-cut", () -> redrawing.split("w", line(2.01, 47.05, 2.03, 47.05), "n", "n"));
        refused("sector-code-taken", () -> redrawing.split("w", line(1.9, 47.05, 2.2, 47.05), "e", "n"));
        refused("sectors-not-neighbours", () -> redrawing.merge(List.of("w", "w")));
        refused("corner-unknown", () -> redrawing.movePoint(new Coordinate(2.02, 47.02), new Coordinate(2.03, 47.02)));
        refused("corner-on-boundary", () -> redrawing.movePoint(new Coordinate(2.05, 47.0), new Coordinate(2.06, 47)));
        refused(
                "edges-would-cross",
                () -> redrawing.movePoint(new Coordinate(2.05, 47.05), new Coordinate(2.15, 47.05)));
        refused("sector-unknown", () -> redrawing.merge(List.of("w", "x")));
    }

    private static void refused(String name, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo(name));
    }

    private static List<Piece> halves() {
        return List.of(
                new Piece(1, "w", "Ouest", 0, rectangle(2.0, 47.0, 2.05, 47.1)),
                new Piece(2, "e", "Est", 0, rectangle(2.05, 47.0, 2.1, 47.1)));
    }

    private static List<Piece> mesh(Random random, int n) {
        double step = 0.1 / n;
        Coordinate[][] corners = new Coordinate[n + 1][n + 1];
        for (int x = 0; x <= n; x++) {
            for (int y = 0; y <= n; y++) {
                double dx = x == 0 || x == n ? 0 : (random.nextDouble() - 0.5) * step * 0.6;
                double dy = y == 0 || y == n ? 0 : (random.nextDouble() - 0.5) * step * 0.6;
                corners[x][y] =
                        new Coordinate(x == n ? 2.1 : 2.0 + x * step + dx, y == n ? 47.1 : 47.0 + y * step + dy);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        for (int x = 0; x < n; x++) {
            for (int y = 0; y < n; y++) {
                Polygon cell = Geometries.FACTORY.createPolygon(new Coordinate[] {
                    corners[x][y], corners[x + 1][y], corners[x + 1][y + 1], corners[x][y + 1], corners[x][y]
                });
                pieces.add(new Piece(
                        pieces.size() + 1,
                        "s" + pieces.size(),
                        "S" + pieces.size(),
                        0,
                        Geometries.asMultiPolygon(cell)));
            }
        }
        return pieces;
    }

    /** Now and then exactly on a corner or an edge, and beyond the boundary. */
    private static Coordinate anywhere(Random random, List<Piece> pieces) {
        return switch (random.nextInt(4)) {
            case 0 -> corner(random, pieces);
            case 1 -> {
                Coordinate[] ring = pieces.get(random.nextInt(pieces.size()))
                        .shape()
                        .getGeometryN(0)
                        .getCoordinates();
                int side = 1 + random.nextInt(ring.length - 1);
                double along = random.nextDouble();
                yield new Coordinate(
                        ring[side - 1].x + along * (ring[side].x - ring[side - 1].x),
                        ring[side - 1].y + along * (ring[side].y - ring[side - 1].y));
            }
            default -> new Coordinate(1.99 + random.nextDouble() * 0.12, 46.99 + random.nextDouble() * 0.12);
        };
    }

    private static Coordinate corner(Random random, List<Piece> pieces) {
        Coordinate[] all = pieces.get(random.nextInt(pieces.size())).shape().getCoordinates();
        return all[random.nextInt(all.length)].copy();
    }

    private static Polygon drawn(Random random, List<Piece> pieces) {
        Coordinate a = anywhere(random, pieces);
        Coordinate b = anywhere(random, pieces);
        Coordinate c = anywhere(random, pieces);
        return Geometries.FACTORY.createPolygon(new Coordinate[] {a, b, c, a});
    }

    private static LineString line(Random random, List<Piece> pieces) {
        return Geometries.FACTORY.createLineString(
                new Coordinate[] {anywhere(random, pieces), anywhere(random, pieces), anywhere(random, pieces)});
    }

    private static LineString line(double... ordinates) {
        return Geometries.FACTORY.createLineString(coordinates(ordinates, false));
    }

    private static Polygon polygon(double... ordinates) {
        return Geometries.FACTORY.createPolygon(coordinates(ordinates, true));
    }

    private static Coordinate[] coordinates(double[] ordinates, boolean closed) {
        List<Coordinate> corners = new ArrayList<>();
        for (int i = 0; i < ordinates.length; i += 2) {
            corners.add(new Coordinate(ordinates[i], ordinates[i + 1]));
        }
        if (closed) {
            corners.add(corners.getFirst());
        }
        return corners.toArray(Coordinate[]::new);
    }

    private static Polygon box(double west, double south, double east, double north) {
        return (Polygon) Geometries.FACTORY.toGeometry(new Envelope(west, east, south, north));
    }

    private static MultiPolygon rectangle(double west, double south, double east, double north) {
        return Geometries.asMultiPolygon(box(west, south, east, north));
    }

    private static double areaOf(List<Piece> pieces, String code) {
        return pieces.stream()
                .filter(piece -> piece.code().equals(code))
                .mapToDouble(piece -> Areas.squareMetres(piece.shape()))
                .sum();
    }

    /** In square degrees: a geodesic edge leaves its parts by up to a metre, the plane's does not. */
    private static double planar(List<Piece> pieces) {
        return pieces.stream().mapToDouble(piece -> piece.shape().getArea()).sum();
    }
}
