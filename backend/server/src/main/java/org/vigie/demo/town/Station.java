package org.vigie.demo.town;

import org.locationtech.jts.geom.Coordinate;

/**
 * A place on a line, as surveyors say: where it is, where the line is heading, and how far from its start.
 *
 * @param at position in metres
 * @param heading unit vector along the line
 * @param distance metres from the start of the line
 */
record Station(Coordinate at, Coordinate heading, double distance) {

    /** The position {@code metres} to the left of the line (to its right when negative). */
    Coordinate beside(double metres) {
        return new Coordinate(at.x - heading.y * metres, at.y + heading.x * metres);
    }
}
