package org.vigie.geo;

/** The file as a whole cannot be read as GeoJSON. The message says why and what to do. */
public final class GeoJsonUnreadable extends RuntimeException {

    GeoJsonUnreadable(String message) {
        super(message);
    }

    GeoJsonUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
