package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The limit of the commune as surveyed: an irregular line of about 40 km², with the corners that old parish limits
 * have.
 */
final class Boundary {

    private static final int CORNERS = 150;

    private Boundary() {}

    /** One closed line in metres. */
    static Polyline outline(Noise noise) {
        Oval oval = Oval.at(40, 60, 3920, 3300);
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < CORNERS; i++) {
            double turn = 2 * Math.PI * i / CORNERS;
            double ragged = 0.15 * noise.around(turn, 1.9, 3)
                    + 0.07 * noise.around(turn, 6, 17)
                    + 0.03 * noise.around(turn, 22, 29);
            ring.add(oval.towards(turn, 1 + ragged));
        }
        ring.add(ring.getFirst());
        return new Polyline(ring);
    }
}
