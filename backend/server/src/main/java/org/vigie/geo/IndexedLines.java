package org.vigie.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * The lines of a geometry (its boundary, for a polygon), ready to be asked again and again how far they are: edges in runs, each with
 * its box, so that most are never looked at. Says what {@link Distances#metresToLines} says. Immutable.
 */
public final class IndexedLines {

    private static final int EDGES_A_RUN = 16;

    /** Longitude and latitude of each corner in turn, line after line. */
    private final double[] corners;

    /** Index of each run's first corner, and of its last one. */
    private final int[] firsts;

    private final int[] lasts;

    /** West, east, south, north of each run. */
    private final double[] boxes;

    private IndexedLines(List<Coordinate[]> lines) {
        int runs = lines.stream().mapToInt(IndexedLines::runsOf).sum();
        this.corners =
                new double[2 * lines.stream().mapToInt(line -> line.length).sum()];
        this.firsts = new int[runs];
        this.lasts = new int[runs];
        this.boxes = new double[4 * runs];
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
        for (int i = 0; i < runs; i++) {
            box(i);
        }
    }

    public static IndexedLines of(Geometry geometry) {
        List<Coordinate[]> lines = new ArrayList<>();
        for (Object line : LinearComponentExtracter.getLines(geometry)) {
            lines.add(((LineString) line).getCoordinates());
        }
        return new IndexedLines(lines);
    }

    private static int runsOf(Coordinate[] line) {
        return (Math.max(0, line.length - 1) + EDGES_A_RUN - 1) / EDGES_A_RUN;
    }

    private void box(int run) {
        int at = 4 * run;
        boxes[at] = Double.POSITIVE_INFINITY;
        boxes[at + 1] = Double.NEGATIVE_INFINITY;
        boxes[at + 2] = Double.POSITIVE_INFINITY;
        boxes[at + 3] = Double.NEGATIVE_INFINITY;
        for (int corner = firsts[run]; corner <= lasts[run]; corner++) {
            boxes[at] = Math.min(boxes[at], corners[2 * corner]);
            boxes[at + 1] = Math.max(boxes[at + 1], corners[2 * corner]);
            boxes[at + 2] = Math.min(boxes[at + 2], corners[2 * corner + 1]);
            boxes[at + 3] = Math.max(boxes[at + 3], corners[2 * corner + 1]);
        }
    }

    /** Metres to the nearest point of the lines; infinite when there are none. */
    public double metres(Wgs84Point from) {
        Search search = new Search(from);
        // The run that may be nearest goes first: it makes the most others needless.
        int nearest = search.nearestBox();
        if (nearest >= 0) {
            search.visit(nearest);
        }
        for (int run = 0; run < firsts.length; run++) {
            if (run != nearest && search.squaredToBox(run) < search.best) {
                search.visit(run);
            }
        }
        return search.metres();
    }

    /** On a plane scaled at the position's latitude. */
    private final class Search {
        private final double longitude;
        private final double latitude;
        private final double scale;
        private double best = Double.POSITIVE_INFINITY;
        private double bestLongitude;
        private double bestLatitude;

        Search(Wgs84Point from) {
            this.longitude = from.longitudeDegrees();
            this.latitude = from.latitudeDegrees();
            this.scale = Math.cos(Math.toRadians(latitude));
        }

        int nearestBox() {
            int nearest = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int run = 0; run < firsts.length; run++) {
                double squared = squaredToBox(run);
                if (squared < least) {
                    least = squared;
                    nearest = run;
                }
            }
            return nearest;
        }

        double squaredToBox(int run) {
            int at = 4 * run;
            double dx = Math.max(0, Math.max(boxes[at] - longitude, longitude - boxes[at + 1])) * scale;
            double dy = Math.max(0, Math.max(boxes[at + 2] - latitude, latitude - boxes[at + 3]));
            return dx * dx + dy * dy;
        }

        void visit(int run) {
            for (int i = firsts[run]; i < lasts[run]; i++) {
                visitEdge(corners[2 * i], corners[2 * i + 1], corners[2 * i + 2], corners[2 * i + 3]);
            }
        }

        private void visitEdge(double x, double y, double nextX, double nextY) {
            double dx = (nextX - x) * scale;
            double dy = nextY - y;
            double px = (longitude - x) * scale;
            double py = latitude - y;
            double lengthSquared = dx * dx + dy * dy;
            double along = lengthSquared == 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / lengthSquared));
            double offX = px - along * dx;
            double offY = py - along * dy;
            double squared = offX * offX + offY * offY;
            if (squared < best) {
                best = squared;
                bestLongitude = x + along * (nextX - x);
                bestLatitude = y + along * (nextY - y);
            }
        }

        double metres() {
            return Double.isInfinite(best)
                    ? Double.POSITIVE_INFINITY
                    : Distances.metres(longitude, latitude, bestLongitude, bestLatitude);
        }
    }
}
