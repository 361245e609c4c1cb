package org.vigie.territory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.vigie.geo.Geometries;

/** Cuts ground into pieces that share their edges vertex by vertex, by noding all lines together. */
final class CoveragePieces {

    private CoveragePieces() {}

    static List<MultiPolygon> of(Geometry cells, Geometry ground) {
        List<Geometry> lines = new ArrayList<>();
        lines.add(ground.getBoundary());
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            Geometry edge = cells.getGeometryN(i).getBoundary();
            lines.add(OverlayNGRobust.overlay(
                    edge, ground, org.locationtech.jts.operation.overlayng.OverlayNG.INTERSECTION));
        }
        Geometry noded = OverlayNGRobust.union(lines);
        Polygonizer polygonizer = new Polygonizer();
        for (Object line : new HashSet<>(LinearComponentExtracter.getLines(noded))) {
            polygonizer.add((LineString) line);
        }
        List<MultiPolygon> pieces = new ArrayList<>();
        for (Object polygon : polygonizer.getPolygons()) {
            pieces.add(Geometries.asMultiPolygon((Polygon) polygon));
        }
        return pieces;
    }
}
