package org.vigie.geo;

import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a geometry in EPSG:4326 as GeoJSON (RFC 7946), longitude first, to 1e-9 degrees: a tenth of a millimetre. */
final class GeoJsonGeometryWriter extends StdSerializer<Geometry> {

    GeoJsonGeometryWriter() {
        super(Geometry.class);
    }

    @Override
    public void serialize(Geometry geometry, JsonGenerator json, SerializationContext context) {
        GeoJsonGeometries.write(geometry, json, GeoJsonGeometries.STEPS_A_DEGREE);
    }
}
