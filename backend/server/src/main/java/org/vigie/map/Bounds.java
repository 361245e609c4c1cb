package org.vigie.map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.vigie.geo.Wgs84Point;

/** A box on WGS 84; written {@code [west, south, east, north]} in degrees. Never crosses 180°. */
public record Bounds(Wgs84Point southWest, Wgs84Point northEast) {

    /** @throws IllegalArgumentException when west lies east of east, or south north of north */
    public Bounds {
        if (southWest.longitudeDegrees() > northEast.longitudeDegrees()
                || southWest.latitudeDegrees() > northEast.latitudeDegrees()) {
            throw new IllegalArgumentException("a box goes from south-west to north-east");
        }
    }

    @JsonValue
    public double[] toArray() {
        return new double[] {
            southWest.longitudeDegrees(),
            southWest.latitudeDegrees(),
            northEast.longitudeDegrees(),
            northEast.latitudeDegrees()
        };
    }
}
