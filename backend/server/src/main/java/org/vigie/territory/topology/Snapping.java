package org.vigie.territory.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * What was drawn close to a corner or an edge, drawn onto it; the edge gets a corner there, in every sector that has it.
 *
 * @param pieces as they were, with the new corners
 * @param drawn of the type that came
 */
record Snapping(List<Piece> pieces, Geometry drawn) {

    static Snapping of(List<Piece> pieces, Geometry drawn, double toleranceMetres) {
        Nearest nearest = new Nearest(pieces, toleranceMetres);
        Map<LineSegment, List<Coordinate>> corners = new HashMap<>();
        Geometry onto = drawn.copy();
        onto.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                Coordinate at = nearest.onto(sequence.getCoordinate(i), corners);
                sequence.setOrdinate(i, 0, at.x);
                sequence.setOrdinate(i, 1, at.y);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return new Snapping(withCorners(pieces, corners), onto);
    }

    static List<Piece> withCorners(List<Piece> pieces, Map<LineSegment, List<Coordinate>> corners) {
        if (corners.isEmpty()) {
            return pieces;
        }
        return pieces.stream().map(piece -> withCorners(piece, corners)).toList();
    }

    private static Piece withCorners(Piece piece, Map<LineSegment, List<Coordinate>> corners) {
        MultiPolygon shape = Rings.each(piece.shape(), ring -> {
            List<Coordinate> more = new ArrayList<>(List.of(ring[0]));
            for (int i = 1; i < ring.length; i++) {
                LineSegment side = new LineSegment(ring[i - 1], ring[i]);
                side.normalize();
                Coordinate start = ring[i - 1];
                List<Coordinate> between = new ArrayList<>(corners.getOrDefault(side, List.of()));
                between.sort(java.util.Comparator.comparingDouble(start::distance));
                between.stream().distinct().forEach(more::add);
                more.add(ring[i]);
            }
            return more.toArray(Coordinate[]::new);
        });
        return shape == piece.shape() ? piece : piece.with(shape);
    }

    /** Looks for the nearest corner, and without one for the nearest edge. */
    static final class Nearest {
        private final List<Piece> pieces;
        private final double toleranceMetres;

        Nearest(List<Piece> pieces, double toleranceMetres) {
            this.pieces = pieces;
            this.toleranceMetres = toleranceMetres;
        }

        /** @param corners receives the corner that an edge is to get */
        Coordinate onto(Coordinate point, Map<LineSegment, List<Coordinate>> corners) {
            Search search = new Search(point, toleranceMetres);
            pieces.forEach(piece -> search.visit(piece.shape()));
            if (search.corner != null) {
                return search.corner;
            }
            if (search.edge == null) {
                return point;
            }
            Coordinate on = search.edge.closestPoint(point);
            if (!on.equals2D(search.edge.p0) && !on.equals2D(search.edge.p1)) {
                corners.computeIfAbsent(search.edge, first -> new ArrayList<>()).add(on);
            }
            return on;
        }
    }

    private static final class Search {
        private static final double METRES_A_DEGREE = 111_195;

        private final Coordinate point;
        private final double narrowing;
        private double cornerMetres;
        private double edgeMetres;
        private @Nullable Coordinate corner;
        private @Nullable LineSegment edge;

        Search(Coordinate point, double toleranceMetres) {
            this.point = point;
            this.narrowing = Math.cos(Math.toRadians(point.y));
            this.cornerMetres = toleranceMetres;
            this.edgeMetres = toleranceMetres;
        }

        void visit(MultiPolygon shape) {
            Rings.visit(shape, ring -> {
                for (int i = 1; i < ring.length; i++) {
                    visit(ring[i - 1], ring[i]);
                }
            });
        }

        private void visit(Coordinate start, Coordinate end) {
            double toCorner = metres(end);
            if (toCorner <= cornerMetres) {
                cornerMetres = toCorner;
                corner = end;
            }
            LineSegment side = new LineSegment(start, end);
            double toEdge = metres(side.closestPoint(point));
            if (toEdge <= edgeMetres) {
                edgeMetres = toEdge;
                side.normalize();
                edge = side;
            }
        }

        private double metres(Coordinate at) {
            return Math.hypot((at.x - point.x) * narrowing, at.y - point.y) * METRES_A_DEGREE;
        }
    }
}
