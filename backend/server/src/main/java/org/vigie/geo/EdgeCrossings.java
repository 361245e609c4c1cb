package org.vigie.geo;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Location;

/**
 * On which side of closed rings a position lies: how many edges a ray to the east of it crosses (Shimrat 1962). An edge counts from its
 * lower end, included, to its upper one, not included; whether a position lies on a slanted edge is decided in extended precision. Used
 * once.
 */
final class EdgeCrossings {

    private final PackedEdges edges;
    private final double longitude;
    private final double latitude;
    private boolean onEdge;
    private boolean odd;

    private EdgeCrossings(PackedEdges edges, Wgs84Point of) {
        this.edges = edges;
        this.longitude = of.longitudeDegrees();
        this.latitude = of.latitudeDegrees();
    }

    /** {@link Location#INTERIOR}, {@link Location#BOUNDARY} or {@link Location#EXTERIOR}. */
    static int locate(PackedEdges edges, Wgs84Point point) {
        EdgeCrossings crossings = new EdgeCrossings(edges, point);
        int top = edges.topLevel();
        crossings.count(top, 0, edges.boxes(top).length / 4);
        if (crossings.onEdge) {
            return Location.BOUNDARY;
        }
        return crossings.odd ? Location.INTERIOR : Location.EXTERIOR;
    }

    private void count(int level, int first, int end) {
        double[] boxes = edges.boxes(level);
        for (int box = first; box < end && !onEdge; box++) {
            int at = 4 * box;
            if (latitude < boxes[at + 2] || latitude > boxes[at + 3] || longitude > boxes[at + 1]) {
                continue;
            }
            if (level > 0) {
                count(level - 1, edges.firstMember(box), edges.endOfMembers(level, box));
            } else {
                countRun(box);
            }
        }
    }

    private void countRun(int run) {
        double[] corners = edges.corners();
        int last = edges.lastCorner(run);
        for (int i = edges.firstCorner(run); i < last; i += 2) {
            cross(corners[i], corners[i + 1], corners[i + 2], corners[i + 3]);
        }
    }

    private void cross(double x1, double y1, double x2, double y2) {
        boolean above1 = y1 > latitude;
        boolean above2 = y2 > latitude;
        if (above1 == above2) {
            onEdge |= lowerEndsOrLevel(x1, y1, x2, y2);
            return;
        }
        if (longitude > Math.max(x1, x2)) {
            return;
        }
        if (longitude < Math.min(x1, x2)) {
            odd = !odd;
            return;
        }
        int turn = above2
                ? CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, longitude, latitude)
                : CGAlgorithmsDD.orientationIndex(x2, y2, x1, y1, longitude, latitude);
        onEdge |= turn == 0;
        // Left of an edge that goes up: the ray to the east meets it.
        odd ^= turn > 0;
    }

    /** Both ends at or below the ray, or both above it: only an end or a level edge can touch the position. */
    private boolean lowerEndsOrLevel(double x1, double y1, double x2, double y2) {
        boolean level1 = y1 == latitude;
        boolean level2 = y2 == latitude;
        if (level1 && level2) {
            return longitude >= Math.min(x1, x2) && longitude <= Math.max(x1, x2);
        }
        return (level1 && x1 == longitude) || (level2 && x2 == longitude);
    }
}
