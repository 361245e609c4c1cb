package org.vigie.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.vigie.geo.Distances;
import org.vigie.geo.Wgs84Point;

/** The schools, hospitals and main roads that make a place another one, indexed. Immutable and shared by all threads. */
final class PlaceClasses {

    /**
     * One of them.
     *
     * @param withinMetres no farther away than this it counts
     */
    record Thing(UUID classId, String className, double withinMetres, String name, Geometry shape) {}

    private final HPRtree tree = new HPRtree();

    PlaceClasses(List<Thing> things) {
        things.forEach(thing -> tree.insert(widened(thing), thing));
        tree.build();
    }

    private static Envelope widened(Thing thing) {
        Envelope envelope = thing.shape().getEnvelopeInternal();
        double degrees = thing.withinMetres() / Distances.LEAST_METRES_A_DEGREE;
        double northernmost = Math.max(Math.abs(envelope.getMinY()), Math.abs(envelope.getMaxY()));
        envelope.expandBy(degrees / Math.cos(Math.toRadians(Math.min(89, northernmost + 1))), degrees);
        return envelope;
    }

    /** The nearest of each class that a position is near to. */
    Map<UUID, PriorityChoice.Near> near(Wgs84Point point) {
        Map<UUID, PriorityChoice.Near> nearest = new HashMap<>();
        for (Object candidate :
                tree.query(new Envelope(new Coordinate(point.longitudeDegrees(), point.latitudeDegrees())))) {
            Thing thing = (Thing) candidate;
            double metres = metres(point, thing.shape());
            if (metres <= thing.withinMetres()) {
                nearest.merge(
                        thing.classId(),
                        new PriorityChoice.Near(thing.className(), thing.name(), metres),
                        (one, other) -> one.metres() <= other.metres() ? one : other);
            }
        }
        return nearest;
    }

    private static double metres(Wgs84Point from, Geometry shape) {
        if (shape instanceof Point at) {
            return Distances.metres(from, Wgs84Point.of(at));
        }
        return shape.getDimension() == 2 && shape.covers(from.toJts()) ? 0 : Distances.metresToLines(from, shape);
    }
}
