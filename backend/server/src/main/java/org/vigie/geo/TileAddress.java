package org.vigie.geo;

/**
 * A web map tile: zoom, column from 180° west, row from the north, in EPSG:3857.
 *
 * @param zoom 0 to 22
 * @param x 0 to 2^zoom − 1
 * @param y 0 to 2^zoom − 1
 */
public record TileAddress(int zoom, int x, int y) {

    public static final int MAX_ZOOM = 22;

    /** @throws IllegalArgumentException when no such tile exists */
    public TileAddress {
        if (zoom < 0 || zoom > MAX_ZOOM || x < 0 || y < 0 || x >= 1 << zoom || y >= 1 << zoom) {
            throw new IllegalArgumentException("there is no tile %d/%d/%d".formatted(zoom, x, y));
        }
    }
}
