package org.vigie.demo.town;

import org.locationtech.jts.geom.Polygon;

/**
 * One of the 24 sectors, which tile the commune without gap or overlap.
 *
 * @param code S01 to S24
 * @param name as the inhabitants say
 * @param districtCode the district it belongs to
 * @param polygon EPSG:4326, longitude first; neighbours share every vertex of their common edge
 */
public record Sector(String code, String name, String districtCode, Polygon polygon) {}
