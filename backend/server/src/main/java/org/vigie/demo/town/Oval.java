package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * An ellipse pulled out of shape by noise: a lake, a wood, a park, a ring road.
 *
 * @param x metres east of the town centre
 * @param y metres north of the town centre
 * @param across half width, metres
 * @param high half height, metres
 * @param tilt radians, counter-clockwise
 */
record Oval(double x, double y, double across, double high, double tilt) {

    static Oval at(double x, double y, double across, double high) {
        return new Oval(x, y, across, high, 0);
    }

    Oval tilted(double radians) {
        return new Oval(x, y, across, high, radians);
    }

    /** The outline with a share {@code wobble} of noise, drawn from {@code corners} control points. */
    Polyline outline(Noise noise, double wobble, int corners) {
        List<Coordinate> control = new ArrayList<>();
        double shift = (x + 2 * y + across) / 97;
        for (int i = 0; i < corners; i++) {
            double turn = 2 * Math.PI * i / corners;
            control.add(towards(turn, 1 + wobble * noise.around(turn, corners / 7.0, shift)));
        }
        return Spline.closed(8, new Polyline(control));
    }

    /** The outline as ground. */
    Polygon area(Noise noise, double wobble, int corners) {
        return outline(noise, wobble, corners).area();
    }

    /** The position at an angle from the long axis, at a share of the way to the rim. */
    Coordinate towards(double turn, double share) {
        double u = across * share * StrictMath.cos(turn);
        double v = high * share * StrictMath.sin(turn);
        double cos = StrictMath.cos(tilt);
        double sin = StrictMath.sin(tilt);
        return new Coordinate(x + u * cos - v * sin, y + u * sin + v * cos);
    }
}
