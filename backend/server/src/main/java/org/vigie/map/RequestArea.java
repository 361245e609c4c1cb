package org.vigie.map;

import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Wgs84Point;

/**
 * Where requests must lie; what is absent does not restrict.
 *
 * @param polygon in EPSG:4326, its edges straight in longitude and latitude and part of it
 */
public record RequestArea(Optional<Bounds> box, Optional<Polygon> polygon, Optional<Circle> circle) {

    public static final int MAX_METRES = 50_000;

    /** @param metres from the centre, on the ellipsoid; the edge is part of it */
    public record Circle(Wgs84Point centre, double metres) {}

    /** Appends conditions on r, a row of map.request. A box for the index comes first; what is exact decides. */
    void restrict(StringBuilder sql, Map<String, Object> values) {
        box.ifPresent(wanted -> {
            sql.append(
                    " and r.location3857 && st_transform(st_makeenvelope(:west, :south, :east, :north, 4326), 3857)");
            values.put("west", wanted.southWest().longitudeDegrees());
            values.put("south", wanted.southWest().latitudeDegrees());
            values.put("east", wanted.northEast().longitudeDegrees());
            values.put("north", wanted.northEast().latitudeDegrees());
        });
        polygon.ifPresent(wanted -> {
            sql.append("""
                     and r.location3857 && st_transform(st_envelope(st_geomfromewkb(:polygon)), 3857)
                     and st_covers(st_geomfromewkb(:polygon), r.geom)
                    """);
            values.put("polygon", Ewkb.write(wanted));
        });
        circle.ifPresent(wanted -> {
            sql.append("""
                     and r.location3857 && geo.box_around(st_geomfromewkb(:centre), :metres)
                     and st_dwithin(r.geom::geography, st_geomfromewkb(:centre)::geography, :metres)
                    """);
            values.put("centre", Ewkb.write(wanted.centre()));
            values.put("metres", wanted.metres());
        });
    }
}
