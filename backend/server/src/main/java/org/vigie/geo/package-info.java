/**
 * Geometry and its conventions, shared by every step.
 *
 * <p>Positions are {@link org.vigie.geo.Wgs84Point}s or JTS geometries in EPSG:4326, longitude first, made by the one factory in
 * {@link org.vigie.geo.Geometries}. Other coordinate systems enter and leave through {@link org.vigie.geo.Crs}, which always
 * states the axis order. Lengths are metres on the WGS 84 ellipsoid ({@link org.vigie.geo.Distances}), never degrees and never
 * Web Mercator units. Geometry travels to and from PostGIS as EWKB ({@link org.vigie.geo.Ewkb}) and to and from people as
 * GeoJSON (RFC 7946).
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.vigie.geo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
