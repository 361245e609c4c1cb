package org.vigie.territory.topology;

import org.locationtech.jts.geom.MultiPolygon;

/**
 * A sector as it came.
 *
 * @param number its place in the file, from 1
 * @param priority which sector of a coverage goes first where they overlap: the greater
 * @param shape valid, EPSG:4326
 */
public record Piece(long number, String code, String name, int priority, MultiPolygon shape) {

    Piece with(MultiPolygon changed) {
        return new Piece(number, code, name, priority, changed);
    }
}
