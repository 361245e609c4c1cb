package org.vigie.demo.town;

import java.util.Collection;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.vigie.geo.Geometries;

/**
 * Ground indexed for the two questions the drawing asks all day long: is this place on it, does this footprint touch
 * it.
 */
final class Zone {

    private final Geometry ground;
    private final IndexedPointInAreaLocator locator;
    private final PreparedGeometry prepared;

    Zone(Geometry ground) {
        this.ground = ground;
        this.locator = new IndexedPointInAreaLocator(ground);
        this.prepared = PreparedGeometryFactory.prepare(ground);
    }

    /** The union of several grounds. */
    static Zone of(Collection<? extends Geometry> grounds) {
        return new Zone(UnaryUnionOp.union(grounds, Geometries.FACTORY));
    }

    boolean covers(Coordinate place) {
        return locator.locate(place) != Location.EXTERIOR;
    }

    boolean touches(Geometry footprint) {
        return prepared.intersects(footprint);
    }

    Geometry ground() {
        return ground;
    }
}
