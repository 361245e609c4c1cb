package org.vigie.geo;

/** The file as a whole cannot be read as GeoJSON. The message says why and what to do. */
public final class GeoJsonUnreadable extends RuntimeException {

    private final boolean topology;

    GeoJsonUnreadable(String message) {
        this(message, false);
    }

    GeoJsonUnreadable(String message, boolean topology) {
        super(message);
        this.topology = topology;
    }

    GeoJsonUnreadable(String message, Throwable cause) {
        super(message, cause);
        this.topology = false;
    }

    /** Whether it is TopoJSON, which shares edges between its geometries. */
    public boolean isTopology() {
        return topology;
    }
}
