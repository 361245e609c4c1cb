package org.vigie.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Says which of many polygons cover a position, edges included. Immutable and shared by all threads. */
public final class PolygonIndex<T> {

    private record Entry<T>(T owner, IndexedPolygon ground) {}

    private final HPRtree tree;

    private PolygonIndex(HPRtree tree) {
        this.tree = tree;
    }

    /** Takes one polygon after the other, so that not all of them need be in memory twice. Used once, by one thread. */
    public static final class Builder<T> {

        private final HPRtree tree = new HPRtree();

        /** @param polygons a valid Polygon or MultiPolygon; an empty one covers nothing */
        public void add(T owner, Geometry polygons) {
            tree.insert(polygons.getEnvelopeInternal(), new Entry<>(owner, new IndexedPolygon(polygons)));
        }

        public PolygonIndex<T> build() {
            tree.build();
            return new PolygonIndex<>(tree);
        }
    }

    /** In no order that one may rely on. */
    public List<T> covering(Wgs84Point point) {
        List<T> covering = new ArrayList<>();
        Envelope at = new Envelope(new Coordinate(point.longitudeDegrees(), point.latitudeDegrees()));
        for (Object candidate : tree.query(at)) {
            @SuppressWarnings("unchecked")
            Entry<T> entry = (Entry<T>) candidate;
            if (entry.ground().covers(point)) {
                covering.add(entry.owner());
            }
        }
        return covering;
    }
}
