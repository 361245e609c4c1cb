package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.vigie.geo.Geometries;

/**
 * The commune cut into faces by roads, river and railway. All lines are noded on the 1e-7 degree grid first, so two
 * faces that touch share every vertex of their common edge, and any union of faces along shared edges is exact.
 */
final class SectorMesh {

    private final List<Polygon> faces = new ArrayList<>();

    /** For each edge, in either direction, the one or two faces beside it. */
    private final Map<LineSegment, List<Integer>> sides = new HashMap<>();

    /** Lines in metres; {@code boundary} is the closed limit of the commune. */
    SectorMesh(Collection<Polyline> cuts, Polyline boundary) {
        Geometry lines = Geometries.FACTORY.buildGeometry(Stream.concat(cuts.stream(), Stream.of(boundary))
                .map(line -> LocalPlane.toWgs84(line.line()))
                .toList());
        Zone commune = new Zone(LocalPlane.toWgs84(boundary.area()));
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(UnaryUnionNG.union(lines, LocalPlane.GRID));
        for (Object found : polygonizer.getPolygons()) {
            Polygon face = (Polygon) found;
            if (commune.covers(face.getInteriorPoint().getCoordinate())) {
                faces.add(canonical(face));
            }
        }
        faces.sort((a, b) -> a.compareTo(b));
        for (int face = 0; face < faces.size(); face++) {
            register(face);
        }
    }

    List<Polygon> faces() {
        return List.copyOf(faces);
    }

    /** The face that covers a position given in metres, or −1. */
    int faceAt(Coordinate metres) {
        Geometry place = LocalPlane.toWgs84(metres);
        for (int face = 0; face < faces.size(); face++) {
            if (faces.get(face).covers(place)) {
                return face;
            }
        }
        return -1;
    }

    /** Length in degrees of the edge a face shares with each neighbour. */
    Map<Integer, Double> neighbours(int face) {
        Map<Integer, Double> shared = new TreeMap<>();
        for (LineSegment edge : edges(faces.get(face))) {
            for (int other : sides.getOrDefault(edge, List.of())) {
                if (other != face) {
                    shared.merge(other, edge.getLength(), Double::sum);
                }
            }
        }
        return shared;
    }

    /** One polygon out of faces that form one piece. */
    static Polygon union(Collection<Polygon> parts) {
        Geometry union = CoverageUnion.union(parts.toArray(Geometry[]::new));
        if (union instanceof Polygon polygon) {
            return canonical(polygon);
        }
        throw new IllegalStateException("The parts do not form one polygon but " + union.getNumGeometries());
    }

    /**
     * The same ground, its ring counter-clockwise (RFC 7946) from its westernmost vertex: the polygonizer starts its
     * rings wherever its hash tables do, which differs from run to run.
     */
    private static Polygon canonical(Polygon ground) {
        Polygon canonical = (Polygon) ground.norm().reverse();
        canonical.setSRID(Geometries.FACTORY.getSRID());
        return canonical;
    }

    private void register(int face) {
        for (LineSegment edge : edges(faces.get(face))) {
            sides.computeIfAbsent(edge, k -> new ArrayList<>()).add(face);
        }
    }

    private static List<LineSegment> edges(Polygon face) {
        List<LineSegment> edges = new ArrayList<>();
        ring(edges, face.getExteriorRing());
        for (int i = 0; i < face.getNumInteriorRing(); i++) {
            ring(edges, face.getInteriorRingN(i));
        }
        return edges;
    }

    private static void ring(List<LineSegment> edges, LineString ring) {
        for (int i = 1; i < ring.getNumPoints(); i++) {
            LineSegment edge = new LineSegment(ring.getCoordinateN(i - 1), ring.getCoordinateN(i));
            edge.normalize();
            edges.add(edge);
        }
    }
}
