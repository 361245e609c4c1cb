package org.vigie.geo;

import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature of a GeoJSON file.
 *
 * @param number from 1, in the order of the file
 * @param id its {@code id} member
 * @param properties scalars as text, null values left out, nested values as JSON text
 * @param geometry EPSG:4326, not necessarily valid; empty when absent, null or faulty
 * @param fault what is wrong with the geometry, in a sentence that says what to do
 */
public record GeoJsonFeature(
        long number,
        Optional<String> id,
        Map<String, String> properties,
        Optional<Geometry> geometry,
        Optional<String> fault) {}
