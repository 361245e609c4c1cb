package org.vigie.territory.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geo.Geometries;

/** The rings of a shape, one by one. */
final class Rings {

    private Rings() {}

    static void visit(MultiPolygon shape, Consumer<Coordinate[]> visitor) {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) shape.getGeometryN(i);
            visitor.accept(polygon.getExteriorRing().getCoordinates());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                visitor.accept(polygon.getInteriorRingN(hole).getCoordinates());
            }
        }
    }

    /**
     * The shape with its rings changed; the same object when none is.
     *
     * @param change answers a closed ring of four corners or more; fewer are left out with what they bound
     */
    static MultiPolygon each(MultiPolygon shape, UnaryOperator<Coordinate[]> change) {
        boolean[] changed = {false};
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            List<LinearRing> rings = new ArrayList<>();
            visit(Geometries.asMultiPolygon((Polygon) shape.getGeometryN(i)), before -> {
                Coordinate[] after = change.apply(before);
                changed[0] |= after.length != before.length || !java.util.Arrays.equals(after, before);
                rings.add(Geometries.FACTORY.createLinearRing(after.length < 4 ? new Coordinate[0] : after));
            });
            if (!rings.getFirst().isEmpty()) {
                polygons.add(Geometries.FACTORY.createPolygon(
                        rings.getFirst(),
                        rings.stream().skip(1).filter(ring -> !ring.isEmpty()).toArray(LinearRing[]::new)));
            }
        }
        return changed[0] ? Geometries.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new)) : shape;
    }
}
