package org.vigie.territory.topology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Polygon;

/**
 * The two sides of a cut through one sector.
 *
 * @param smaller empty when nothing was cut off
 */
record Halves(List<Polygon> larger, List<Polygon> smaller) {

    /** Faces that have an edge in common lie on either side of the cut; those that have none with any were not cut. */
    static Halves of(Faces faces) {
        List<Faces.Face> own = faces.list().stream()
                .filter(face -> !face.covering().isEmpty())
                .sorted(Comparator.comparingDouble(
                                (Faces.Face face) -> face.polygon().getArea())
                        .reversed())
                .toList();
        Map<Integer, Boolean> across = new HashMap<>();
        for (Faces.Face face : own) {
            spread(face, faces, across);
        }
        List<Polygon> one = new ArrayList<>();
        List<Polygon> other = new ArrayList<>();
        own.forEach(face -> (across.getOrDefault(face.index(), false) ? other : one).add(face.polygon()));
        return area(one) >= area(other) ? new Halves(one, other) : new Halves(other, one);
    }

    private static void spread(Faces.Face start, Faces faces, Map<Integer, Boolean> across) {
        if (across.putIfAbsent(start.index(), false) != null) {
            return;
        }
        Deque<Faces.Face> reached = new ArrayDeque<>(List.of(start));
        while (!reached.isEmpty()) {
            Faces.Face face = reached.remove();
            boolean side = across.getOrDefault(face.index(), false);
            for (int neighbour : faces.borders(face).keySet()) {
                Faces.Face next = faces.list().get(neighbour);
                if (!next.covering().isEmpty() && across.putIfAbsent(neighbour, !side) == null) {
                    reached.add(next);
                }
            }
        }
    }

    private static double area(List<Polygon> polygons) {
        return polygons.stream().mapToDouble(Polygon::getArea).sum();
    }
}
