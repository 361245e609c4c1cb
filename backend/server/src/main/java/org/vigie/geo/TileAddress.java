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

    /** The tile of that zoom in which the point lies; near the poles, the last one. */
    public static TileAddress holding(Wgs84Point point, int zoom) {
        int side = 1 << zoom;
        double latitude = Math.toRadians(point.latitudeDegrees());
        double x = (point.longitudeDegrees() + 180) / 360 * side;
        double y = (1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * side;
        return new TileAddress(zoom, Math.clamp((long) x, 0, side - 1), Math.clamp((long) y, 0, side - 1));
    }
}
