package org.vigie.map;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The layers that are served as tiles. */
public enum TileLayer {
    BASEMAP,
    SECTORS,
    REQUESTS,
    ASSETS;

    /** @param name as addresses write it */
    public static Optional<TileLayer> named(String name) {
        return Arrays.stream(values())
                .filter(layer -> layer.inAddress().equals(name))
                .findFirst();
    }

    String inAddress() {
        return name().toLowerCase(Locale.ROOT);
    }
}
