package org.vigie.geo;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;

/**
 * A valid polygon or several, ready to be asked again and again whether they cover a position and how far their edges are. Indexed once
 * for both questions. Immutable, so it is shared by all threads.
 */
public final class IndexedPolygon {

    private final PackedEdges edges;

    /** @throws IllegalArgumentException when the geometry is no Polygon or MultiPolygon */
    public IndexedPolygon(Geometry polygons) {
        if (!(polygons instanceof Polygonal)) {
            throw new IllegalArgumentException("not a Polygon or MultiPolygon: " + polygons.getGeometryType());
        }
        this.edges = new PackedEdges(polygons);
    }

    /** {@link Location#INTERIOR}, {@link Location#BOUNDARY} or {@link Location#EXTERIOR}, exactly; an empty polygon is all exterior. */
    public int locate(Wgs84Point point) {
        return EdgeCrossings.locate(edges, point);
    }

    /** Whether the position lies inside or on an edge. */
    public boolean covers(Wgs84Point point) {
        return locate(point) != Location.EXTERIOR;
    }

    /** Metres to the nearest edge, from either side; infinite when there is none. As {@link Distances#metresToLines} counts them. */
    public double metresToEdge(Wgs84Point from) {
        NearestEdge search = new NearestEdge(from);
        search.visit(edges);
        return search.metres();
    }
}
