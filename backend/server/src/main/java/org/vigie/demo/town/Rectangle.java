package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A rectangle turned along a street.
 *
 * @param centre metres
 * @param heading unit vector along its front
 * @param front metres along the street
 * @param depth metres away from it
 */
record Rectangle(Coordinate centre, Coordinate heading, double front, double depth) {

    Polygon area() {
        return outline(-1, -1, 1, -1, 1, 1, -1, 1, -1, -1);
    }

    /** The same with the back corner on one side cut away: the yard of an L-shaped house. */
    Polygon withYard() {
        return outline(-1, -1, 1, -1, 1, 1, 0.1, 1, 0.1, 0.05, -1, 0.05, -1, -1);
    }

    /** Grown by a margin in metres on every side. */
    Rectangle grown(double margin) {
        return new Rectangle(centre, heading, front + 2 * margin, depth + 2 * margin);
    }

    /** Half the diagonal, metres. */
    double radius() {
        return TownCentre.distance(front, depth) / 2;
    }

    /** Corners as shares of half the front and half the depth. */
    private Polygon outline(double... shares) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < shares.length; i += 2) {
            double u = shares[i] * front / 2;
            double v = shares[i + 1] * depth / 2;
            ring.add(
                    new Coordinate(centre.x + u * heading.x - v * heading.y, centre.y + u * heading.y + v * heading.x));
        }
        return new Polyline(ring).area();
    }
}
