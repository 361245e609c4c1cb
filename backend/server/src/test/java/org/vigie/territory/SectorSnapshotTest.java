package org.vigie.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import org.vigie.geo.Areas;
import org.vigie.geo.Geometries;
import org.vigie.geo.Wgs84Point;
import org.vigie.territory.Placement.Rule;

class SectorSnapshotTest {

    private static final UUID VERSION = new UUID(0, 1);
    private static final Envelope GROUND = new Envelope(2.0, 2.1, 47.0, 47.1);

    @Property(tries = 60)
    void everyPointOfAPartitionHasExactlyOneSectorWhateverTheOrder(
            @ForAll @IntRange(min = 2, max = 60) int cells, @ForAll long seed) {
        List<SectorSnapshot.Shape> partition = partition(cells, seed);
        SectorSnapshot forward = new SectorSnapshot(VERSION, partition);
        SectorSnapshot backward = new SectorSnapshot(VERSION, partition.reversed());
        for (Wgs84Point point : pointsOf(partition, seed)) {
            Placement placement = forward.locate(point, 0);
            assertThat(placement.rule()).isIn(Rule.INSIDE, Rule.SHARED_EDGE);
            assertThat(backward.locate(point, 0)).isEqualTo(placement);
        }
    }

    @Property(tries = 60)
    void aCornerGoesToTheSmallestCodeAmongItsSectors(
            @ForAll @IntRange(min = 3, max = 40) int cells, @ForAll long seed) {
        List<SectorSnapshot.Shape> partition = partition(cells, seed);
        SectorSnapshot snapshot = new SectorSnapshot(VERSION, partition);
        for (SectorSnapshot.Shape shape : partition) {
            for (Coordinate corner : shape.shape().getCoordinates()) {
                String smallest = partition.stream()
                        .filter(other -> other.shape().covers(Geometries.FACTORY.createPoint(corner)))
                        .map(other -> other.sector().code())
                        .min(String::compareTo)
                        .orElseThrow();
                Placement placement = snapshot.locate(new Wgs84Point(corner.x, corner.y), 0);
                assertThat(placement.sector().orElseThrow().code()).isEqualTo(smallest);
                assertThat(placement.metresToEdge()).isZero();
            }
        }
    }

    @Test
    void whereSectorsOverlapTheSmallestAreaTakesItThenTheSmallestCode() {
        SectorSnapshot snapshot = new SectorSnapshot(
                VERSION, List.of(square("a", 2.0, 2.1), square("c", 2.04, 2.06), square("b", 2.04, 2.06)));
        Placement placement = snapshot.locate(new Wgs84Point(2.05, 47.05), 0);
        assertThat(placement.rule()).isEqualTo(Rule.OVERLAP);
        assertThat(placement.sector().orElseThrow().code()).isEqualTo("b");
    }

    @Test
    void codesCompareByCodePointNotByUtf16Unit() {
        String beyondBasicPlane = "\uD83D\uDE00";
        String privateUse = "\uE000";
        SectorSnapshot snapshot = new SectorSnapshot(
                VERSION, List.of(square(beyondBasicPlane, 2.0, 2.05), square(privateUse, 2.05, 2.1)));
        Placement placement = snapshot.locate(new Wgs84Point(2.05, 47.05), 0);
        assertThat(placement.rule()).isEqualTo(Rule.SHARED_EDGE);
        assertThat(placement.sector().orElseThrow().code()).isEqualTo(privateUse);
    }

    @Test
    void outsideTellsTheMetresToTheNearestSector() {
        SectorSnapshot snapshot = new SectorSnapshot(VERSION, List.of(square("a", 2.0, 2.05), square("b", 2.06, 2.1)));
        Placement placement = snapshot.locate(new Wgs84Point(2.0501, 47.05), 0);
        assertThat(placement.rule()).isEqualTo(Rule.OUTSIDE);
        assertThat(placement.sector()).isEmpty();
        assertThat(placement.metresToEdge()).isBetween(7.5, 7.7);
    }

    private static List<Wgs84Point> pointsOf(List<SectorSnapshot.Shape> partition, long seed) {
        Random random = new Random(seed);
        List<Wgs84Point> points = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            points.add(new Wgs84Point(2.0 + random.nextDouble() * 0.1, 47.0 + random.nextDouble() * 0.1));
        }
        partition.forEach(shape -> {
            Coordinate[] corners = shape.shape().getCoordinates();
            for (int i = 1; i < corners.length; i++) {
                // An edge of the outer rectangle has no neighbour: its rounded middle may truly lie outside.
                Wgs84Point middle =
                        new Wgs84Point((corners[i - 1].x + corners[i].x) / 2, (corners[i - 1].y + corners[i].y) / 2);
                points.add(new Wgs84Point(corners[i].x, corners[i].y));
                if (middle.longitudeDegrees() > 2.0001
                        && middle.longitudeDegrees() < 2.0999
                        && middle.latitudeDegrees() > 47.0001
                        && middle.latitudeDegrees() < 47.0999) {
                    points.add(middle);
                }
            }
        });
        return points;
    }

    private static List<SectorSnapshot.Shape> partition(int cells, long seed) {
        Random random = new Random(seed);
        List<Coordinate> sites = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
            sites.add(new Coordinate(2.0 + random.nextDouble() * 0.1, 47.0 + random.nextDouble() * 0.1));
        }
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        Geometry diagram = builder.getDiagram(Geometries.FACTORY);
        Geometry ground = Geometries.FACTORY.toGeometry(GROUND);
        return CoveragePieces.of(diagram, ground).stream()
                .map(piece -> shape("s%03d".formatted(random.nextInt(1000)) + "-" + random.nextInt(), piece))
                .toList();
    }

    private static SectorSnapshot.Shape square(String code, double west, double east) {
        return shape(
                code,
                Geometries.asMultiPolygon(
                        Geometries.FACTORY.toGeometry(new Envelope(west, east, 47.0 + west - 2, 47.1))));
    }

    private static SectorSnapshot.Shape shape(String code, MultiPolygon shape) {
        return new SectorSnapshot.Shape(
                new LocatedSector(
                        UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        code,
                        code,
                        VERSION,
                        1),
                shape,
                Areas.squareMetres(shape),
                0);
    }
}
