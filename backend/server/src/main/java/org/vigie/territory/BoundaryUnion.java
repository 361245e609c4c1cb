package org.vigie.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geo.Areas;
import org.vigie.geo.Distances;
import org.vigie.geo.Geometries;

/**
 * Joins a jurisdiction's parts into one boundary. Slits between neighbours that do not quite touch are closed; real holes (a lake,
 * an enclave) stay and are reported. Parts are joined in batches, so that memory holds the boundary and one batch.
 */
final class BoundaryUnion {

    private static final int BATCH_VERTICES = 200_000;
    /** Neighbours digitised apart differ by centimetres to a few metres; an enclave is wider than that. */
    private static final double SLIT_METRES = 5;

    private final List<Geometry> parts = new ArrayList<>();
    private int vertices;

    void add(MultiPolygon part) {
        parts.add(part);
        vertices += part.getNumPoints();
        if (vertices > BATCH_VERTICES) {
            Geometry joined = OverlayNGRobust.union(parts);
            parts.clear();
            parts.add(joined);
            vertices = 0;
        }
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    MultiPolygon join(ImportReport report) {
        MultiPolygon joined = Geometries.polygonsOf(OverlayNGRobust.union(parts));
        Polygon[] closed = new Polygon[joined.getNumGeometries()];
        for (int i = 0; i < closed.length; i++) {
            closed[i] = withoutSlits((Polygon) joined.getGeometryN(i), report);
        }
        return Geometries.FACTORY.createMultiPolygon(closed);
    }

    private static Polygon withoutSlits(Polygon polygon, ImportReport report) {
        List<LinearRing> kept = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            LinearRing hole = polygon.getInteriorRingN(i);
            double squareMetres = Areas.squareMetres(Geometries.FACTORY.createPolygon(hole));
            boolean slit = squareMetres < SLIT_METRES * Distances.metresAlong(hole) / 2;
            if (!slit) {
                kept.add(hole);
            }
            report.remark(
                    slit ? "slit between parts closed" : "hole kept in the boundary",
                    Map.of(
                            "longitude", hole.getCoordinate().x,
                            "latitude", hole.getCoordinate().y,
                            "squareMetres", Math.round(squareMetres)));
        }
        return Geometries.FACTORY.createPolygon(polygon.getExteriorRing(), kept.toArray(LinearRing[]::new));
    }
}
