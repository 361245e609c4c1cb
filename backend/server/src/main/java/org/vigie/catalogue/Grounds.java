package org.vigie.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.vigie.geo.Distances;
import org.vigie.geo.PolygonIndex;
import org.vigie.geo.Wgs84Point;

/** All grounds of a jurisdiction, indexed. Immutable and shared by all threads. */
final class Grounds {

    /**
     * A ground that a position lies on.
     *
     * @param metres to the middle of a road; 0 for every other ground
     */
    record Hit(Ground ground, double metres) {}

    private final PolygonIndex<Ground> areas;
    private final HPRtree roads = new HPRtree();
    private final Map<String, Map<UUID, List<Ground>>> sectors = new HashMap<>();

    Grounds(List<Ground> grounds) {
        PolygonIndex.Builder<Ground> polygons = new PolygonIndex.Builder<>();
        grounds.forEach(ground -> add(ground, polygons));
        areas = polygons.build();
        roads.build();
    }

    private void add(Ground ground, PolygonIndex.Builder<Ground> polygons) {
        switch (ground.extent()) {
            case Ground.Extent.Road road -> roads.insert(widened(road), ground);
            case Ground.Extent.Area area -> polygons.add(ground, area.polygon());
            case Ground.Extent.OfSector of ->
                sectors.computeIfAbsent(of.sectorSetCode(), set -> new HashMap<>())
                        .computeIfAbsent(of.sectorId(), sector -> new ArrayList<>())
                        .add(ground);
        }
    }

    private static Envelope widened(Ground.Extent.Road road) {
        Envelope envelope = road.line().getEnvelopeInternal();
        double degrees = road.widthMetres() / 2 / Distances.LEAST_METRES_A_DEGREE;
        double northernmost = Math.max(Math.abs(envelope.getMinY()), Math.abs(envelope.getMaxY()));
        envelope.expandBy(degrees / Math.cos(Math.toRadians(Math.min(89, northernmost + 1))), degrees);
        return envelope;
    }

    /**
     * The grounds that a position lies on, by their ids.
     *
     * @param sectorOf the sector of a set, by its code, that takes a position
     */
    Map<UUID, Hit> at(Wgs84Point point, BiFunction<String, Wgs84Point, Optional<UUID>> sectorOf) {
        Map<UUID, Hit> hits = new HashMap<>();
        Coordinate at = new Coordinate(point.longitudeDegrees(), point.latitudeDegrees());
        areas.covering(point).forEach(ground -> hits.put(ground.id(), new Hit(ground, 0)));
        for (Object candidate : roads.query(new Envelope(at))) {
            if (candidate instanceof Ground ground && ground.extent() instanceof Ground.Extent.Road road) {
                double metres = Distances.metresToLines(point, road.line());
                if (metres <= road.widthMetres() / 2) {
                    hits.put(ground.id(), new Hit(ground, metres));
                }
            }
        }
        sectors.forEach((set, bySector) -> sectorOf.apply(set, point)
                .map(bySector::get)
                .ifPresent(found -> found.forEach(ground -> hits.put(ground.id(), new Hit(ground, 0)))));
        return hits;
    }
}
