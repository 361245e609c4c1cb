package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Places inside parks, squares and cemeteries. Metres. */
final class ParkGround {

    private final List<Feature> greens;
    private final SplittableRandom random;

    ParkGround(List<Feature> greens, SplittableRandom random) {
        this.greens = greens;
        this.random = random;
    }

    /** Places scattered over all greens, about {@code apart} metres from each other. */
    List<Spot> scattered(double apart) {
        List<Spot> spots = new ArrayList<>();
        for (Feature green : greens) {
            Zone ground = new Zone(green.ground().buffer(-3, 2));
            Envelope box = green.ground().getEnvelopeInternal();
            // A shaken grid: even enough for a park, irregular enough for nature.
            for (double x = box.getMinX(); x < box.getMaxX(); x += apart) {
                for (double y = box.getMinY(); y < box.getMaxY(); y += apart) {
                    Coordinate at = new Coordinate(x + shake(apart), y + shake(apart));
                    if (ground.covers(at)) {
                        spots.add(new Spot(green.name(), at));
                    }
                }
            }
        }
        return spots;
    }

    private double shake(double apart) {
        return (random.nextDouble() - 0.5) * 0.8 * apart;
    }
}
