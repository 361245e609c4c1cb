package org.vigie.demo.town;

import org.locationtech.jts.geom.Polygon;

/**
 * Ground covered by one thing. A thing cut in two (a river by its island, a wood by a lake) is two areas of the same
 * name.
 *
 * @param kind what covers it
 * @param name empty when nobody named it
 * @param polygon EPSG:4326, longitude first
 */
public record Area(AreaKind kind, String name, Polygon polygon) {}
