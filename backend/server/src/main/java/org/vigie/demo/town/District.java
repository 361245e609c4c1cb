package org.vigie.demo.town;

import org.locationtech.jts.geom.Polygon;

/**
 * A district: the exact union of its sectors.
 *
 * @param code Q1 to Q4
 * @param name as on the door of its office
 * @param polygon EPSG:4326, longitude first
 */
public record District(String code, String name, Polygon polygon) {}
