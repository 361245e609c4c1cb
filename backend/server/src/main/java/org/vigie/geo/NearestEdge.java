package org.vigie.geo;

/** The search for the edge nearest to a position, on a plane scaled at its latitude; the distance to it is geodesic. Used once. */
final class NearestEdge {

    private final double longitude;
    private final double latitude;
    private final double scale;
    private double best = Double.POSITIVE_INFINITY;
    private double bestLongitude;
    private double bestLatitude;

    NearestEdge(Wgs84Point from) {
        this.longitude = from.longitudeDegrees();
        this.latitude = from.latitudeDegrees();
        this.scale = Math.cos(Math.toRadians(latitude));
    }

    /** Looks at all edges that may be nearer than those looked at before. */
    void visit(PackedEdges edges) {
        int top = edges.topLevel();
        visit(edges, top, 0, edges.boxes(top).length / 4);
    }

    /** The nearest box goes first: it makes the most others needless. */
    private void visit(PackedEdges edges, int level, int first, int end) {
        double[] boxes = edges.boxes(level);
        int nearest = -1;
        double least = best;
        for (int box = first; box < end; box++) {
            double squared = squaredTo(boxes, box);
            if (squared < least) {
                least = squared;
                nearest = box;
            }
        }
        if (nearest < 0) {
            return;
        }
        enter(edges, level, nearest);
        for (int box = first; box < end; box++) {
            if (box != nearest && squaredTo(boxes, box) < best) {
                enter(edges, level, box);
            }
        }
    }

    private void enter(PackedEdges edges, int level, int box) {
        if (level > 0) {
            visit(edges, level - 1, edges.firstMember(box), edges.endOfMembers(level, box));
            return;
        }
        double[] corners = edges.corners();
        int last = edges.lastCorner(box);
        for (int i = edges.firstCorner(box); i < last; i += 2) {
            visit(corners[i], corners[i + 1], corners[i + 2], corners[i + 3]);
        }
    }

    private double squaredTo(double[] boxes, int box) {
        int at = 4 * box;
        double dx = Math.max(0, Math.max(boxes[at] - longitude, longitude - boxes[at + 1])) * scale;
        double dy = Math.max(0, Math.max(boxes[at + 2] - latitude, latitude - boxes[at + 3]));
        return dx * dx + dy * dy;
    }

    void visit(double x, double y, double nextX, double nextY) {
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

    /** Metres to the nearest point of an edge; infinite when none was looked at. */
    double metres() {
        return Double.isInfinite(best)
                ? Double.POSITIVE_INFINITY
                : Distances.metres(longitude, latitude, bestLongitude, bestLatitude);
    }
}
