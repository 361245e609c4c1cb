package org.vigie.demo.town;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A sector before it has a shape.
 *
 * @param code S01 to S24
 * @param name as the inhabitants say
 * @param district code of its district
 * @param places one position in metres in each face of the mesh that must belong to it
 */
record SectorSeed(String code, String name, String district, List<Coordinate> places) {

    /** Reads {@code name: x y, x y…}. */
    static SectorSeed read(String code, String district, String text) {
        String[] parts = text.split(":", 2);
        return new SectorSeed(
                code, parts[0].strip(), district, Polyline.read(parts[1]).points());
    }
}
