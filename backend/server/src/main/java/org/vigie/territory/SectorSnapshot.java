package org.vigie.territory;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.vigie.geo.Distances;
import org.vigie.geo.IndexedPolygon;
import org.vigie.geo.Wgs84Point;
import org.vigie.territory.Placement.Rule;

/** The sectors of one version, indexed. Immutable and shared by all threads. */
final class SectorSnapshot {

    private static final Comparator<Indexed> BY_CODE =
            comparing(found -> found.sector().code(), SectorSnapshot::byCodePoint);
    private static final Comparator<Indexed> BY_AREA = comparingDouble(Indexed::squareMetres);
    private static final Comparator<Indexed> BY_PRIORITY =
            Comparator.<Indexed>comparingInt(Indexed::priority).reversed();

    /** Edges that are equally near: neighbours share them. */
    private static final double EQUALLY_NEAR_METRES = 0.001;

    private static final double FIRST_LOOK_METRES = 50;
    private static final double FARTHER = 8;

    /** Half the way around the earth. */
    private static final double FARTHEST_METRES = 20_040_000;

    private final UUID versionId;
    private final List<Indexed> sectors;
    private final HPRtree tree = new HPRtree();
    private final InnerCells inner;

    SectorSnapshot(UUID versionId, List<Shape> shapes) {
        this.versionId = versionId;
        this.sectors = shapes.stream().map(Indexed::of).toList();
        sectors.forEach(sector -> tree.insert(sector.envelope(), sector));
        tree.build();
        List<InnerCells.Ground> ground = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            ground.add(
                    new InnerCells.Ground(shapes.get(i).shape(), sectors.get(i).ground()));
        }
        this.inner = new InnerCells(ground);
    }

    UUID versionId() {
        return versionId;
    }

    /** @param toleranceMetres how far outside of all sectors the nearest still takes a position */
    Placement locate(Wgs84Point point, double toleranceMetres) {
        int owner = inner.ownerOf(point);
        if (owner >= 0) {
            return placed(Rule.INSIDE, sectors.get(owner), point);
        }
        Coordinate at = new Coordinate(point.longitudeDegrees(), point.latitudeDegrees());
        List<Indexed> covering = new ArrayList<>(2);
        boolean inside = false;
        for (Object candidate : tree.query(new Envelope(at))) {
            Indexed sector = (Indexed) candidate;
            int location = sector.ground().locate(point);
            if (location != Location.EXTERIOR) {
                covering.add(sector);
                inside |= location == Location.INTERIOR;
            }
        }
        return switch (covering.size()) {
            case 0 -> outside(point, toleranceMetres);
            case 1 -> placed(Rule.INSIDE, covering.getFirst(), point);
            default ->
                inside
                        ? placed(
                                Rule.OVERLAP,
                                least(
                                        covering,
                                        BY_PRIORITY.thenComparing(BY_AREA).thenComparing(BY_CODE)),
                                point)
                        : placed(Rule.SHARED_EDGE, least(covering, BY_PRIORITY.thenComparing(BY_CODE)), point);
        };
    }

    /** Sectors whose ground is within some metres of a position: the nearest first, then by code. */
    List<Neighbour> near(Wgs84Point point, double metres) {
        List<Found> near = new ArrayList<>();
        for (Object candidate : tree.query(around(point, metres))) {
            Indexed sector = (Indexed) candidate;
            double away = sector.ground().covers(point) ? 0 : sector.ground().metresToEdge(point);
            if (away <= metres) {
                near.add(new Found(sector, away));
            }
        }
        return near.stream()
                .sorted(comparingDouble(Found::metres).thenComparing(Found::sector, BY_CODE))
                .map(found -> new Neighbour(found.sector().sector(), found.metres()))
                .toList();
    }

    private record Found(Indexed sector, double metres) {}

    private static Indexed least(List<Indexed> covering, Comparator<Indexed> order) {
        return covering.stream().min(order).orElseThrow();
    }

    private static Placement placed(Rule rule, Indexed sector, Wgs84Point point) {
        return new Placement(rule, Optional.of(sector.sector()), sector.ground().metresToEdge(point));
    }

    private Placement outside(Wgs84Point point, double toleranceMetres) {
        List<Found> nearest = nearest(point);
        double metres = nearest.isEmpty() ? Double.NaN : nearest.getFirst().metres();
        if (nearest.isEmpty() || metres > toleranceMetres) {
            return new Placement(Rule.OUTSIDE, Optional.empty(), metres);
        }
        Found chosen = nearest.stream()
                .min(comparing(Found::sector, BY_PRIORITY.thenComparing(BY_CODE)))
                .orElseThrow();
        return new Placement(Rule.NEAREST, Optional.of(chosen.sector().sector()), chosen.metres());
    }

    /** All that are equally near, found in boxes that grow until the nearest edge lies within; none without sectors. */
    private List<Found> nearest(Wgs84Point point) {
        double metres = FIRST_LOOK_METRES;
        List<Found> found = byDistance(point, metres);
        while (metres < FARTHEST_METRES && (found.isEmpty() || found.getFirst().metres() > metres)) {
            metres = found.isEmpty() ? FARTHER * metres : found.getFirst().metres();
            found = byDistance(point, metres);
        }
        List<Found> all = found;
        return all.stream()
                .takeWhile(one -> one.metres() - all.getFirst().metres() < EQUALLY_NEAR_METRES)
                .toList();
    }

    /** At least the sectors within some metres. */
    private List<Found> byDistance(Wgs84Point point, double metres) {
        List<Found> found = new ArrayList<>();
        for (Object candidate : tree.query(around(point, metres + EQUALLY_NEAR_METRES))) {
            Indexed sector = (Indexed) candidate;
            found.add(new Found(sector, sector.ground().metresToEdge(point)));
        }
        found.sort(comparingDouble(Found::metres));
        return found;
    }

    /** A box that holds whatever is within some metres. */
    private static Envelope around(Wgs84Point point, double metres) {
        double narrowing = Math.cos(Math.toRadians(Math.min(89, Math.abs(point.latitudeDegrees()) + 1)));
        double degrees = metres / Distances.LEAST_METRES_A_DEGREE;
        Envelope around = new Envelope(new Coordinate(point.longitudeDegrees(), point.latitudeDegrees()));
        around.expandBy(degrees / narrowing, degrees);
        return around;
    }

    /** As PostgreSQL's collation "C" compares UTF-8; String.compareTo would put the rarer planes before U+E000. */
    private static int byCodePoint(String left, String right) {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        return java.util.Arrays.compare(a, b);
    }

    /**
     * @param squareMetres on the ellipsoid
     * @param priority where sectors overlap, the greater goes first
     */
    record Shape(LocatedSector sector, MultiPolygon shape, double squareMetres, int priority) {}

    private record Indexed(
            LocatedSector sector, IndexedPolygon ground, double squareMetres, int priority, Envelope envelope) {

        static Indexed of(Shape shape) {
            return new Indexed(
                    shape.sector(),
                    new IndexedPolygon(shape.shape()),
                    shape.squareMetres(),
                    shape.priority(),
                    shape.shape().getEnvelopeInternal());
        }
    }
}
