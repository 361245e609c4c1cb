package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.vigie.geo.Geometries;

/** The ground that carries the blocks: whatever lies near a residential street, without the small gaps. Metres. */
final class BuiltUp {

    private static final double NEAR = 62;
    private static final double CLOSING = 45;

    /** Square metres; a larger gap is a field. */
    private static final double SMALLEST_FIELD = 60_000;

    private BuiltUp() {}

    static Geometry around(List<Road> roads, TownEdge edge, Zone water) {
        List<Geometry> strips = new ArrayList<>();
        for (Road road : roads) {
            boolean lived = road.kind() == StreetKind.RESIDENTIAL || road.kind() == StreetKind.OLD;
            if (lived && edge.covers(road.line().at(road.line().size() / 2))) {
                strips.add(road.line().line().buffer(NEAR + CLOSING, 3));
            }
        }
        Geometry closed = UnaryUnionOp.union(strips, Geometries.FACTORY).buffer(-CLOSING, 6);
        List<Geometry> blocks = new ArrayList<>();
        for (int i = 0; i < closed.getNumGeometries(); i++) {
            blocks.add(filled((Polygon) closed.getGeometryN(i)));
        }
        Geometry ground = UnaryUnionOp.union(blocks, Geometries.FACTORY).difference(water.ground());
        return TopologyPreservingSimplifier.simplify(ground, 1.5);
    }

    private static Geometry filled(Polygon block) {
        Geometry filled = Geometries.FACTORY.createPolygon(block.getExteriorRing());
        for (int i = 0; i < block.getNumInteriorRing(); i++) {
            Polygon hole = Geometries.FACTORY.createPolygon(block.getInteriorRingN(i));
            if (hole.getArea() > SMALLEST_FIELD) {
                filled = filled.difference(hole);
            }
        }
        return filled;
    }
}
