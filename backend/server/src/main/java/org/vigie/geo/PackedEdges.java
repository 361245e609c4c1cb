package org.vigie.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * The edges of lines in runs, each with its box, and the runs in groups of groups, each with its box too, so that most edges are never
 * looked at. In plain arrays: a search reads few pages of memory. Immutable.
 */
final class PackedEdges {

    private static final int EDGES_A_RUN = 16;
    private static final int MEMBERS_A_GROUP = 16;

    /** Longitude and latitude of each corner in turn, line after line. */
    private final double[] corners;

    /** Index of each run's first corner, and of its last one. */
    private final int[] firsts;

    private final int[] lasts;

    /** West, east, south, north of each run; then of each group of runs; then of each group of groups, until they are few. */
    private final List<double[]> boxes = new ArrayList<>();

    PackedEdges(Geometry geometry) {
        List<Coordinate[]> lines = new ArrayList<>();
        for (Object line : LinearComponentExtracter.getLines(geometry)) {
            lines.add(((LineString) line).getCoordinates());
        }
        int runs = lines.stream().mapToInt(PackedEdges::runsOf).sum();
        this.corners =
                new double[2 * lines.stream().mapToInt(line -> line.length).sum()];
        this.firsts = new int[runs];
        this.lasts = new int[runs];
        pack(lines);
        boxes.add(boxesOfRuns());
        while (boxes.getLast().length > 4 * MEMBERS_A_GROUP) {
            boxes.add(boxesAround(boxes.getLast()));
        }
    }

    private static int runsOf(Coordinate[] line) {
        return (Math.max(0, line.length - 1) + EDGES_A_RUN - 1) / EDGES_A_RUN;
    }

    private void pack(List<Coordinate[]> lines) {
        int corner = 0;
        int run = 0;
        for (Coordinate[] line : lines) {
            for (int first = 0; first < line.length - 1; first += EDGES_A_RUN, run++) {
                firsts[run] = corner + first;
                lasts[run] = corner + Math.min(first + EDGES_A_RUN, line.length - 1);
            }
            for (Coordinate at : line) {
                corners[2 * corner] = at.x;
                corners[2 * corner + 1] = at.y;
                corner++;
            }
        }
    }

    private double[] boxesOfRuns() {
        double[] around = new double[4 * firsts.length];
        for (int run = 0; run < firsts.length; run++) {
            empty(around, run);
            for (int corner = firsts[run]; corner <= lasts[run]; corner++) {
                double x = corners[2 * corner];
                double y = corners[2 * corner + 1];
                expand(around, run, x, x, y, y);
            }
        }
        return around;
    }

    private static double[] boxesAround(double[] members) {
        int count = members.length / 4;
        double[] around = new double[4 * ((count + MEMBERS_A_GROUP - 1) / MEMBERS_A_GROUP)];
        for (int member = 0; member < count; member++) {
            int group = member / MEMBERS_A_GROUP;
            if (member % MEMBERS_A_GROUP == 0) {
                empty(around, group);
            }
            int at = 4 * member;
            expand(around, group, members[at], members[at + 1], members[at + 2], members[at + 3]);
        }
        return around;
    }

    private static void empty(double[] boxes, int index) {
        boxes[4 * index] = Double.POSITIVE_INFINITY;
        boxes[4 * index + 1] = Double.NEGATIVE_INFINITY;
        boxes[4 * index + 2] = Double.POSITIVE_INFINITY;
        boxes[4 * index + 3] = Double.NEGATIVE_INFINITY;
    }

    private static void expand(double[] boxes, int index, double west, double east, double south, double north) {
        int at = 4 * index;
        boxes[at] = Math.min(boxes[at], west);
        boxes[at + 1] = Math.max(boxes[at + 1], east);
        boxes[at + 2] = Math.min(boxes[at + 2], south);
        boxes[at + 3] = Math.max(boxes[at + 3], north);
    }

    /** The level of the widest boxes; runs are level 0. */
    int topLevel() {
        return boxes.size() - 1;
    }

    /** West, east, south, north of each box of a level, one after the other. */
    double[] boxes(int level) {
        return boxes.get(level);
    }

    /** The first member, a level below, of a group. */
    int firstMember(int group) {
        return group * MEMBERS_A_GROUP;
    }

    /** The member after the last one. */
    int endOfMembers(int level, int group) {
        return Math.min((group + 1) * MEMBERS_A_GROUP, boxes.get(level - 1).length / 4);
    }

    /** Where the longitude of a run's first corner stands in {@link #corners}; each corner takes two places. */
    int firstCorner(int run) {
        return 2 * firsts[run];
    }

    /** Where the longitude of a run's last corner stands. */
    int lastCorner(int run) {
        return 2 * lasts[run];
    }

    double[] corners() {
        return corners;
    }
}
