package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/**
 * The ground already taken by streets and buildings, in square cells, so that no house stands on another or on a
 * street.
 */
final class Footprints {

    private static final double CELL = 60;

    /** Looked up by cell only and never iterated, so its order does not matter. */
    private final Map<Long, List<Polygon>> cells = new HashMap<>();

    void take(Polygon ground) {
        for (long cell : cellsOf(ground.getEnvelopeInternal())) {
            cells.computeIfAbsent(cell, k -> new ArrayList<>()).add(ground);
        }
    }

    /** Takes the ground of a street: one strip per stretch of about 60 m, to keep the strips small. */
    void take(Road road) {
        Polyline line = road.line();
        int stretch = 10;
        for (int i = 0; i + 1 < line.size(); i += stretch) {
            Polyline part = new Polyline(line.points().subList(i, Math.min(line.size(), i + stretch + 1)));
            if (part.line().buffer(road.halfWidth() - 0.3, 2) instanceof Polygon strip) {
                take(strip);
            }
        }
    }

    boolean free(Polygon ground) {
        Envelope bounds = ground.getEnvelopeInternal();
        for (long cell : cellsOf(bounds)) {
            for (Polygon taken : cells.getOrDefault(cell, List.of())) {
                if (taken.getEnvelopeInternal().intersects(bounds) && taken.intersects(ground)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Long> cellsOf(Envelope bounds) {
        List<Long> found = new ArrayList<>();
        for (int i = column(bounds.getMinX()); i <= column(bounds.getMaxX()); i++) {
            for (int j = column(bounds.getMinY()); j <= column(bounds.getMaxY()); j++) {
                found.add(RoadIndex.cell(i, j));
            }
        }
        return found;
    }

    private static int column(double metres) {
        return (int) Math.floor(metres / CELL);
    }
}
