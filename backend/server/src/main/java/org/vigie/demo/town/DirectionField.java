package org.vigie.demo.town;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Which way streets run at each place. Hubs pull them in, the river combs them along its banks, noise bends the rest.
 *
 * <p>Directions without a sense are averaged as doubled angles, as in the tensor fields of Chen, Esch, Wonka, Müller
 * and Zhang, "Interactive procedural street modeling", 2008.
 */
final class DirectionField {

    /** A place streets run towards: metres, and how strongly. */
    private record Hub(double x, double y, double reach, double weight) {}

    private static final List<Hub> HUBS = List.of(
            new Hub(0, 0, 760, 1.6),
            new Hub(-685, 1370, 396, 1.2),
            new Hub(2005, 490, 456, 1.3),
            new Hub(-1440, 710, 312, 1.1),
            new Hub(455, 1775, 408, 1.1),
            new Hub(-1190, -1910, 396, 1.1),
            new Hub(635, -2195, 360, 1),
            new Hub(2030, -490, 276, 1),
            new Hub(-1670, -805, 240, 1),
            new Hub(2820, 215, 300, 1),
            new Hub(-1740, 1950, 280, 1),
            new Hub(-300, -2480, 300, 1));

    private final Noise noise;
    private final Polyline river;

    DirectionField(Noise noise, Polyline river) {
        this.noise = noise;
        this.river = river;
    }

    /** Radians from the east, modulo half a turn. */
    double angleAt(double x, double y) {
        double[] sum = new double[2];
        for (Hub hub : HUBS) {
            double distance = TownCentre.distance(x - hub.x, y - hub.y);
            add(sum, StrictMath.atan2(y - hub.y, x - hub.x), hub.weight * TownCentre.bell(distance, hub.reach));
        }
        add(sum, -0.35 + 0.9 * noise.at(x / 1080, y / 1080), 0.42);
        alongRiver(sum, new Coordinate(x, y));
        double old = TownCentre.bell(TownCentre.distance(x, y), 500);
        double wander = 0.25 * noise.at(x / 200 + 9, y / 200) + 0.55 * old * noise.at(x / 105 + 3, y / 105 + 7);
        return StrictMath.atan2(sum[1], sum[0]) / 2 + wander;
    }

    private void alongRiver(double[] sum, Coordinate place) {
        int best = 0;
        for (int i = 0; i < river.size(); i += 4) {
            if (river.at(i).distance(place) < river.at(best).distance(place)) {
                best = i;
            }
        }
        Coordinate heading = river.heading(best);
        double pull = 1.2 * TownCentre.bell(river.at(best).distance(place), 300);
        add(sum, StrictMath.atan2(heading.y, heading.x), pull);
    }

    private static void add(double[] sum, double angle, double weight) {
        sum[0] += weight * StrictMath.cos(2 * angle);
        sum[1] += weight * StrictMath.sin(2 * angle);
    }
}
