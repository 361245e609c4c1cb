package org.vigie.territory.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.MultiPolygon;
import org.vigie.access.Refusal;

/**
 * One corner, with all sectors that have it. Within the outline of the partition every edge at the corner belongs to two sectors; as
 * long as each of them stays a plain polygon that turns the same way round, together they cover the same ground once.
 */
final class Corners {

    private static final double FOUND_METRES = 0.5;
    private static final double SAME_METRES = 0.01;

    private final List<Piece> pieces;
    private final Coordinate corner;

    private Corners(List<Piece> pieces, Coordinate corner) {
        this.pieces = pieces;
        this.corner = corner;
    }

    static Corners of(List<Piece> pieces, Coordinate near) {
        Map<LineSegment, List<Coordinate>> corners = new HashMap<>();
        Coordinate found = new Snapping.Nearest(pieces, FOUND_METRES).onto(near, corners);
        Corners at = new Corners(Snapping.withCorners(pieces, corners), found);
        Map<LineSegment, Integer> edges = at.edges();
        if (edges.isEmpty()) {
            throw Refusal.invalid("corner-unknown");
        }
        if (edges.containsValue(1)) {
            throw Refusal.invalid("corner-on-boundary");
        }
        return at;
    }

    /** The edges that end in the corner, and how many sectors have each. */
    private Map<LineSegment, Integer> edges() {
        Map<LineSegment, Integer> edges = new HashMap<>();
        for (Piece piece : pieces) {
            Rings.visit(piece.shape(), ring -> {
                for (int i = 1; i < ring.length; i++) {
                    if (ring[i - 1].equals2D(corner) || ring[i].equals2D(corner)) {
                        LineSegment side = new LineSegment(ring[i - 1], ring[i]);
                        side.normalize();
                        edges.merge(side, 1, Integer::sum);
                    }
                }
            });
        }
        return edges;
    }

    List<Piece> movedTo(Coordinate wanted) {
        Coordinate to = onNextCorner(wanted);
        List<Piece> moved = new ArrayList<>();
        for (Piece piece : pieces) {
            MultiPolygon shape = Rings.each(piece.shape(), ring -> moved(ring, to));
            if (shape != piece.shape() && !isSound(piece.shape(), shape)) {
                throw Refusal.invalid("edges-would-cross", piece.name());
            }
            moved.add(shape == piece.shape() ? piece : piece.with(shape));
        }
        return moved;
    }

    private Coordinate onNextCorner(Coordinate wanted) {
        Map<LineSegment, List<Coordinate>> none = new HashMap<>();
        Coordinate near = new Snapping.Nearest(pieces, SAME_METRES).onto(wanted, none);
        boolean next = edges().keySet().stream().anyMatch(edge -> edge.p0.equals2D(near) || edge.p1.equals2D(near));
        return next && !near.equals2D(corner) ? near : wanted;
    }

    private Coordinate[] moved(Coordinate[] ring, Coordinate to) {
        List<Coordinate> corners = new ArrayList<>(ring.length);
        for (Coordinate at : ring) {
            Coordinate now = at.equals2D(corner) ? to : at;
            if (corners.isEmpty() || !corners.getLast().equals2D(now)) {
                corners.add(now);
            }
        }
        return corners.toArray(Coordinate[]::new);
    }

    private static boolean isSound(MultiPolygon before, MultiPolygon after) {
        List<Boolean> turned = turns(before);
        return turned.equals(turns(after)) && Redrawing.isValid(after);
    }

    private static List<Boolean> turns(MultiPolygon shape) {
        List<Boolean> turns = new ArrayList<>();
        Rings.visit(shape, ring -> turns.add(Orientation.isCCW(ring)));
        return turns;
    }
}
