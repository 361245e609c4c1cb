package org.vigie.territory.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geo.Areas;
import org.vigie.geo.Geometries;

class SettlementTest {

    private static final MultiPolygon GROUND = rectangle(2.0, 47.0, 2.1, 47.1);
    private static final double TOLERANCE_METRES = 25;

    /** Rectangles anywhere on the ground: overlaps of many, gaps, and pieces within pieces. */
    @Property(tries = 60)
    void whateverComesInSettlesIntoAPartitionThatAccountsForEverySquareMetre(
            @ForAll @IntRange(min = 1, max = 14) int count, @ForAll long seed, @ForAll Settlement.Rule rule) {
        List<Piece> pieces = rectangles(count, seed);

        Settlement.Result settled = Settlement.of(pieces, GROUND, rule);

        assertThat(Survey.of(settled.pieces(), GROUND, TOLERANCE_METRES).isPartition())
                .isTrue();
        // Not exactly: an edge is a geodesic, and the parts of a split one leave it by up to a metre.
        double before = sum(pieces);
        assertThat(before - settled.squareMetresClaimedTwice() + settled.squareMetresFilled())
                .isCloseTo(sum(settled.pieces()), withinPercentage(0.1));
        assertThat(sum(settled.pieces())).isCloseTo(Areas.squareMetres(GROUND), withinPercentage(0.1));
    }

    /** The second and the third end in the east one rounding step apart, across the first. */
    @Test
    void edgesOneRoundingStepApartHideNobodysClaim() {
        List<Piece> pieces = List.of(
                piece(1, "a", rectangle(2.073, 47.009, 2.1, 47.044)),
                piece(2, "b", rectangle(2.019, 47.011, 2.083, 47.065000000000005)),
                piece(3, "c", rectangle(2.03, 47.026, 2.0829999999999997, 47.068000000000005)));

        Settlement.Result settled = Settlement.of(pieces, GROUND, Settlement.Rule.NEAREST);

        assertThat(sum(pieces) - settled.squareMetresClaimedTwice() + settled.squareMetresFilled())
                .isCloseTo(sum(settled.pieces()), withinPercentage(0.1));
    }

    @Property(tries = 60)
    void everyPairThatOverlapsIsFoundAsAComparisonOfAllWithAllFindsIt(
            @ForAll @IntRange(min = 2, max = 14) int count, @ForAll long seed) {
        List<Piece> pieces = rectangles(count, seed);
        Set<String> expected = new TreeSet<>();
        for (Piece one : pieces) {
            for (Piece other : pieces) {
                Geometry common = OverlayNGRobust.overlay(one.shape(), other.shape(), OverlayNG.INTERSECTION);
                if (one.number() < other.number() && Areas.squareMetres(common) >= Survey.LEAST_SQUARE_METRES) {
                    expected.add(List.of(one.code(), other.code()).toString());
                }
            }
        }
        Set<String> found = new TreeSet<>();
        Survey.of(pieces, GROUND, TOLERANCE_METRES).findings().stream()
                .filter(each -> each.codes().size() == 2)
                .forEach(each -> found.add(each.codes().toString()));
        assertThat(found).isEqualTo(expected);
    }

    /** A lies west, B east, they overlap in the middle; B is the larger, A comes first, and the overlap borders B longer. */
    @ParameterizedTest
    @CsvSource({"NEAREST, b", "LARGER, b", "FIRST, a"})
    void anOverlapGoesWhereTheRuleSays(Settlement.Rule rule, String owner) {
        List<Piece> pieces = List.of(
                piece(1, "a", rectangle(2.0, 47.0, 2.04, 47.02)), piece(2, "b", rectangle(2.03, 47.0, 2.1, 47.1)));

        Settlement.Result settled = Settlement.of(pieces, GROUND, rule);

        assertThat(settled.moves())
                .filteredOn(move -> !move.claimants().isEmpty())
                .extracting(Settlement.Move::claimants, Settlement.Move::to)
                .containsExactly(org.assertj.core.api.Assertions.tuple(List.of("a", "b"), owner));
    }

    /** The gap in the north-west touches A for 3 km and B for 9 km. */
    @ParameterizedTest
    @CsvSource({"NEAREST, b", "LARGER, b", "FIRST, a"})
    void aGapGoesWhereTheRuleSays(Settlement.Rule rule, String owner) {
        List<Piece> pieces = List.of(
                piece(1, "a", rectangle(2.0, 47.0, 2.04, 47.02)), piece(2, "b", rectangle(2.04, 47.0, 2.1, 47.1)));

        Settlement.Result settled = Settlement.of(pieces, GROUND, rule);

        assertThat(settled.moves()).singleElement().satisfies(move -> {
            assertThat(move.claimants()).isEmpty();
            assertThat(move.to()).isEqualTo(owner);
        });
    }

    @Test
    void aSectorThatLosesAllItsGroundIsNamed() {
        List<Piece> pieces = List.of(piece(1, "a", GROUND), piece(2, "b", rectangle(2.03, 47.03, 2.05, 47.05)));

        assertThat(Settlement.of(pieces, GROUND, Settlement.Rule.FIRST).swallowed())
                .containsExactly("b");
    }

    @Test
    void sectorsThatAlreadyShareTheirEdgesAreLeftAsTheyAre() {
        List<Piece> pieces = List.of(
                piece(1, "a", rectangle(2.0, 47.0, 2.05, 47.1)), piece(2, "b", rectangle(2.05, 47.0, 2.1, 47.1)));

        assertThat(Survey.of(pieces, GROUND, TOLERANCE_METRES).isSpotless()).isTrue();
        Settlement.Result settled = Settlement.of(pieces, GROUND, Settlement.Rule.NEAREST);
        assertThat(settled.moves()).isEmpty();
        assertThat(settled.pieces())
                .allSatisfy(piece -> assertThat(piece.shape()
                                .equalsTopo(pieces.stream()
                                        .filter(each -> each.code().equals(piece.code()))
                                        .findFirst()
                                        .orElseThrow()
                                        .shape()))
                        .isTrue());
    }

    /** 20 m is within the tolerance of 25 m, 40 m is not. */
    @ParameterizedTest
    @CsvSource({"20, SLIVER, true", "40, GAP, false"})
    void aStripTheLookupAnswersForDoesNotBreakAPartition(double metres, Finding.Kind kind, boolean partition) {
        double degrees = metres / 75_900;
        List<Piece> pieces = List.of(piece(1, "a", rectangle(2.0, 47.0, 2.1 - degrees, 47.1)));

        Survey.Result survey = Survey.of(pieces, GROUND, TOLERANCE_METRES);

        assertThat(survey.findings()).extracting(Finding::kind).containsExactly(kind);
        assertThat(survey.isPartition()).isEqualTo(partition);
    }

    private static List<Piece> rectangles(int count, long seed) {
        Random random = new Random(seed);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            double west = 2.0 + random.nextInt(90) / 1000.0;
            double south = 47.0 + random.nextInt(90) / 1000.0;
            double east = Math.min(2.1, west + (5 + random.nextInt(60)) / 1000.0);
            double north = Math.min(47.1, south + (5 + random.nextInt(60)) / 1000.0);
            pieces.add(piece(i, "s" + i, rectangle(west, south, east, north)));
        }
        return pieces;
    }

    private static Piece piece(int number, String code, MultiPolygon shape) {
        return new Piece(number, code, "name " + number, 0, shape);
    }

    private static MultiPolygon rectangle(double west, double south, double east, double north) {
        return Geometries.asMultiPolygon(Geometries.FACTORY.toGeometry(new Envelope(west, east, south, north)));
    }

    private static double sum(List<Piece> pieces) {
        return pieces.stream()
                .mapToDouble(piece -> Areas.squareMetres(piece.shape()))
                .sum();
    }
}
