package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * A named piece of ground while it is being drawn.
 *
 * @param kind what covers it
 * @param name empty when nobody named it
 * @param ground its outline, in metres
 */
record Feature(AreaKind kind, String name, Polygon ground) {

    /** Smaller scraps are artefacts of the drawing, in square metres. */
    private static final double SCRAP = 400;

    /** One feature per polygon of the ground, without the scraps that cutting leaves behind. */
    static List<Feature> parts(AreaKind kind, String name, Geometry ground) {
        List<Feature> parts = new ArrayList<>();
        // Overlay results come in any order; the normal form has only one.
        Geometry ordered = ground.norm();
        for (int i = 0; i < ordered.getNumGeometries(); i++) {
            if (ordered.getGeometryN(i) instanceof Polygon polygon && polygon.getArea() > SCRAP) {
                parts.add(new Feature(kind, name, polygon));
            }
        }
        return parts;
    }
}
