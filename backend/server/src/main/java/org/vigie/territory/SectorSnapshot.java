package org.vigie.territory;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.vigie.geo.Distances;
import org.vigie.geo.IndexedLines;
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
                    new InnerCells.Ground(shapes.get(i).shape(), sectors.get(i).locator()));
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
            int location = sector.locator().locate(at);
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
        Coordinate at = new Coordinate(point.longitudeDegrees(), point.latitudeDegrees());
        double narrowing = Math.cos(Math.toRadians(Math.min(89, Math.abs(point.latitudeDegrees()) + 1)));
        double degrees = metres / Distances.LEAST_METRES_A_DEGREE;
        Envelope around = new Envelope(at);
        around.expandBy(degrees / narrowing, degrees);
        List<Found> near = new ArrayList<>();
        for (Object candidate : tree.query(around)) {
            Indexed sector = (Indexed) candidate;
            boolean covers = sector.locator().locate(at) != Location.EXTERIOR;
            double away = covers ? 0 : sector.edges().metres(point);
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
        return new Placement(rule, Optional.of(sector.sector()), sector.edges().metres(point));
    }

    private Placement outside(Wgs84Point point, double toleranceMetres) {
        List<Indexed> nearest = new ArrayList<>();
        double metres = nearest(point, nearest);
        if (nearest.isEmpty() || metres > toleranceMetres) {
            return new Placement(Rule.OUTSIDE, Optional.empty(), metres);
        }
        Indexed chosen = least(nearest, BY_PRIORITY.thenComparing(BY_CODE));
        return new Placement(
                Rule.NEAREST, Optional.of(chosen.sector()), chosen.edges().metres(point));
    }

    /**
     * Sectors whose envelope is already farther than the nearest edge so far are not looked at.
     *
     * @param nearest receives all that are equally near
     * @return metres to them, not a number without sectors
     */
    private double nearest(Wgs84Point point, List<Indexed> nearest) {
        Map<Indexed, Double> near = new LinkedHashMap<>();
        double best = Double.POSITIVE_INFINITY;
        double narrowing = Math.cos(Math.toRadians(Math.min(89, Math.abs(point.latitudeDegrees()) + 1)));
        Envelope at = new Envelope(new Coordinate(point.longitudeDegrees(), point.latitudeDegrees()));
        for (Indexed sector : sectors) {
            double leastMetres = sector.envelope().distance(at) * narrowing * Distances.LEAST_METRES_A_DEGREE;
            if (leastMetres < best + EQUALLY_NEAR_METRES) {
                double metres = sector.edges().metres(point);
                near.put(sector, metres);
                best = Math.min(best, metres);
            }
        }
        double least = best;
        near.forEach((sector, metres) -> {
            if (metres - least < EQUALLY_NEAR_METRES) {
                nearest.add(sector);
            }
        });
        return sectors.isEmpty() ? Double.NaN : best;
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
            LocatedSector sector,
            IndexedLines edges,
            double squareMetres,
            int priority,
            Envelope envelope,
            IndexedPointInAreaLocator locator) {

        static Indexed of(Shape shape) {
            IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(shape.shape());
            // Builds the locator's index now, not in the first request.
            locator.locate(shape.shape().getCoordinate());
            return new Indexed(
                    shape.sector(),
                    IndexedLines.of(shape.shape()),
                    shape.squareMetres(),
                    shape.priority(),
                    shape.shape().getEnvelopeInternal(),
                    locator);
        }
    }
}
