package org.vigie.demo.town;

/**
 * A street while it is being drawn.
 *
 * @param name its name, empty until it has one
 * @param kind what it is to the town
 * @param line its axis, in metres
 */
record Road(String name, StreetKind kind, Polyline line) {

    Road named(String newName) {
        return new Road(newName, kind, line);
    }

    /** Metres from the axis to a house front without a garden. */
    double halfWidth() {
        return kind.width() / 2;
    }

    /** Metres from the town centre to the middle of the street. */
    double distanceFromCentre() {
        return TownCentre.distance(line.at(line.size() / 2));
    }
}
