package org.vigie.geo;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Geometry as PostGIS's EWKB: write with {@code ST_GeomFromEWKB(:shape)}, read with {@code ST_AsEWKB(shape)}. The SRID is kept. */
public final class Ewkb {

    private Ewkb() {}

    public static byte[] write(Geometry geometry) {
        return new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true).write(geometry);
    }

    public static byte[] write(Wgs84Point point) {
        return write(point.toJts());
    }

    /** @throws IllegalStateException when the bytes, which come from our own database, are not EWKB */
    public static Geometry read(byte[] ewkb) {
        try {
            return new WKBReader(Geometries.FACTORY).read(ewkb);
        } catch (ParseException e) {
            throw new IllegalStateException("the database returned a geometry that is not EWKB", e);
        }
    }
}
