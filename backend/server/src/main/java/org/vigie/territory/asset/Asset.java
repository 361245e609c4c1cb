package org.vigie.territory.asset;

import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geo.Wgs84Point;

/**
 * Something that the town keeps up.
 *
 * @param kind what it is: {@code lamp}
 * @param code as painted on it, unique among its kind
 * @param name may be empty
 * @param position where it stands; of a line or of ground, a point on it
 * @param shape of what is no point, EPSG:4326
 * @param retired the town has it no more
 */
public record Asset(
        UUID id,
        String kind,
        String code,
        String name,
        Wgs84Point position,
        Optional<Geometry> shape,
        boolean retired) {

    /** By which it is asked for: {@code lamp:4711}. */
    public String reference() {
        return kind + ":" + code;
    }
}
