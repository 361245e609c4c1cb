package org.vigie.territory.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.vigie.geo.Distances;
import org.vigie.geo.Geometries;

/**
 * The ground cut along every line there is: each face lies wholly inside or outside of each piece, and neighbours share their edges
 * corner by corner. Whatever is put together from whole faces neither overlaps nor leaves a gap.
 */
final class Faces {

    private final List<Face> faces = new ArrayList<>();
    private final Map<LineSegment, int[]> sides = new HashMap<>();

    /**
     * @param index of the face
     * @param covering indexes of the pieces it lies in, ascending
     * @param onGround whether it belongs to the jurisdiction
     */
    record Face(int index, Polygon polygon, List<Integer> covering, boolean onGround) {}

    private Faces() {}

    /** Whole faces as one ground: they share their edges exactly, so joining them leaves these out and moves no corner. */
    static MultiPolygon joined(List<Polygon> own) {
        return Geometries.asMultiPolygon(CoverageUnion.union(own.toArray(Geometry[]::new)));
    }

    static Faces of(List<Piece> pieces, MultiPolygon ground) {
        return of(pieces, ground, List.of());
    }

    /** @param cuts lines that cut the ground besides; what of them ends inside a face cuts nothing */
    static Faces of(List<Piece> pieces, MultiPolygon ground, List<? extends Geometry> cuts) {
        List<Geometry> lines = new ArrayList<>(cuts);
        pieces.forEach(piece -> lines.add(piece.shape().getBoundary()));
        lines.add(ground.getBoundary());
        Polygonizer polygonizer = new Polygonizer();
        Geometry noded = OverlayNGRobust.union(lines);
        for (Object line : LinearComponentExtracter.getLines(noded)) {
            polygonizer.add((LineString) line);
        }
        Faces faces = new Faces();
        faces.label(polygonizer.getPolygons(), pieces, ground);
        return faces;
    }

    List<Face> list() {
        return faces;
    }

    /** Metres of common edge with each neighbour, by its index. */
    Map<Integer, Double> borders(Face face) {
        Map<Integer, Double> metres = new HashMap<>();
        eachSide(face.polygon(), side -> {
            int[] both = sides.getOrDefault(side, new int[0]);
            for (int other : both) {
                if (other >= 0 && other != face.index()) {
                    metres.merge(other, Distances.metresAlong(side.toGeometry(Geometries.FACTORY)), Double::sum);
                }
            }
        });
        return metres;
    }

    private void label(Collection<?> polygons, List<Piece> pieces, MultiPolygon ground) {
        HPRtree index = new HPRtree();
        List<IndexedPointInAreaLocator> locators = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            locators.add(new IndexedPointInAreaLocator(pieces.get(i).shape()));
            index.insert(pieces.get(i).shape().getEnvelopeInternal(), i);
        }
        IndexedPointInAreaLocator onGround = new IndexedPointInAreaLocator(ground);
        for (Object polygon : polygons) {
            Coordinate inside = ((Polygon) polygon).getInteriorPoint().getCoordinate();
            List<Integer> covering = new ArrayList<>();
            for (Object piece : index.query(new Envelope(inside))) {
                int place = locators.get((Integer) piece).locate(inside);
                if (covers(place, pieces.get((Integer) piece).shape(), (Polygon) polygon)) {
                    covering.add((Integer) piece);
                }
            }
            covering.sort(null);
            add((Polygon) polygon, covering, covers(onGround.locate(inside), ground, (Polygon) polygon));
        }
    }

    /**
     * Edges of different files may lie one rounding step apart; then a face has a part so thin that the point inside of it is on its edge,
     * which tells nothing.
     *
     * @param place of a point inside the face
     */
    private static boolean covers(int place, Geometry piece, Polygon face) {
        return place == Location.BOUNDARY
                ? 2
                                * OverlayNGRobust.overlay(face, piece, OverlayNG.INTERSECTION)
                                        .getArea()
                        > face.getArea()
                : place == Location.INTERIOR;
    }

    private void add(Polygon polygon, List<Integer> covering, boolean onGround) {
        int index = faces.size();
        faces.add(new Face(index, polygon, covering, onGround));
        eachSide(polygon, side -> {
            int[] both = sides.computeIfAbsent(side, first -> new int[] {-1, -1});
            both[both[0] < 0 ? 0 : 1] = index;
        });
    }

    private static void eachSide(Polygon polygon, java.util.function.Consumer<LineSegment> visitor) {
        for (Object line : LinearComponentExtracter.getLines(polygon)) {
            Coordinate[] corners = ((LineString) line).getCoordinates();
            for (int i = 1; i < corners.length; i++) {
                LineSegment side = new LineSegment(corners[i - 1], corners[i]);
                side.normalize();
                visitor.accept(side);
            }
        }
    }
}
