package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;

/** Every vertex of every road drawn so far, in square cells, with the heading of the road there. */
final class RoadIndex {

    /** A vertex of a road: position, heading, and the number of the road. */
    record Mark(Coordinate at, Coordinate heading, int road) {

        /** Whether a street with this heading would run beside the road rather than across it. */
        boolean alongside(Coordinate other) {
            return Math.abs(heading.x * other.x + heading.y * other.y) > 0.72;
        }
    }

    private static final double CELL = 25;

    /** Looked up by cell only and never iterated, so its order does not matter. */
    private final Map<Long, List<Mark>> cells = new HashMap<>();

    private int roads;

    /** Adds the vertices of a road and returns the number it got. */
    int add(Polyline line) {
        int road = roads++;
        for (int i = 0; i < line.size(); i++) {
            Coordinate at = line.at(i);
            cells.computeIfAbsent(cell(column(at.x), column(at.y)), k -> new ArrayList<>())
                    .add(new Mark(at, line.heading(i), road));
        }
        return road;
    }

    /** The number the next road will get. */
    int next() {
        return roads;
    }

    /** The nearest mark within {@code metres} that the test accepts. */
    Optional<Mark> nearest(Coordinate place, double metres, Predicate<Mark> test) {
        Mark best = null;
        double bestDistance = metres;
        for (int i = column(place.x - metres); i <= column(place.x + metres); i++) {
            for (int j = column(place.y - metres); j <= column(place.y + metres); j++) {
                for (Mark mark : cells.getOrDefault(cell(i, j), List.of())) {
                    double distance = mark.at().distance(place);
                    if (distance < bestDistance && test.test(mark)) {
                        best = mark;
                        bestDistance = distance;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    boolean any(Coordinate place, double metres) {
        return nearest(place, metres, mark -> true).isPresent();
    }

    private static int column(double metres) {
        return (int) Math.floor(metres / CELL);
    }

    /** A prime apart, so that neighbouring cells fall into different buckets of the hash table. */
    static long cell(int column, int row) {
        return column * 1_000_003L + row;
    }
}
