package org.vigie.features;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geo.Crs;
import org.vigie.geo.GeoJsonGeometries;
import org.vigie.geo.Geometries;

/**
 * A coordinate reference system that may be asked for, in the order of axes that its authority states.
 *
 * @param northFirst latitude or northing comes before longitude or easting
 */
public record ReferenceSystem(String uri, int epsgCode, boolean northFirst) {

    /** As everything is stored: longitude first. */
    public static final ReferenceSystem CRS84 =
            new ReferenceSystem("http://www.opengis.net/def/crs/OGC/1.3/CRS84", Geometries.WGS84_SRID, false);

    /** Lambert-93, the nine zones of France's conic projections, Merchich of northern Morocco, Web Mercator, and WGS 84 itself. */
    private static final List<Integer> EPSG_CODES =
            List.of(4326, 3857, 2154, 3942, 3943, 3944, 3945, 3946, 3947, 3948, 3949, 3950, 26191);

    private static final List<ReferenceSystem> ALL = Stream.concat(
                    Stream.of(CRS84), EPSG_CODES.stream().map(ReferenceSystem::epsg))
            .toList();

    private static ReferenceSystem epsg(int code) {
        return new ReferenceSystem("http://www.opengis.net/def/crs/EPSG/0/" + code, code, Crs.isNorthFirst(code));
    }

    public static List<ReferenceSystem> list() {
        return ALL;
    }

    public static Optional<ReferenceSystem> find(String uri) {
        return ALL.stream().filter(system -> system.uri().equals(uri)).findFirst();
    }

    public boolean isInDegrees() {
        return epsgCode == Geometries.WGS84_SRID;
    }

    public double stepsAUnit() {
        return isInDegrees() ? GeoJsonGeometries.STEPS_A_DEGREE : GeoJsonGeometries.STEPS_A_METRE;
    }

    /** @param stored in EPSG:4326, longitude first */
    public Geometry fromStorage(Geometry stored) {
        Geometry eastFirst = Crs.fromWgs84(stored, epsgCode);
        return northFirst ? Crs.withAxesSwapped(eastFirst) : eastFirst;
    }

    /**
     * @return in EPSG:4326, longitude first
     * @throws IllegalArgumentException when a coordinate is no place on Earth
     */
    Geometry toStorage(Geometry written) {
        Geometry eastFirst = northFirst ? Crs.withAxesSwapped(written) : written;
        Geometry stored = Crs.toWgs84(eastFirst, epsgCode);
        for (Coordinate at : stored.getCoordinates()) {
            if (!(Math.abs(at.x) <= 180) || !(Math.abs(at.y) <= 90)) {
                throw new IllegalArgumentException(at.x + ", " + at.y);
            }
        }
        return stored;
    }
}
