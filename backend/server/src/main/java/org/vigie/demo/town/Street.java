package org.vigie.demo.town;

import org.locationtech.jts.geom.LineString;

/**
 * A street, whole: one line per name.
 *
 * @param name unique in the commune
 * @param kind what it is to the town
 * @param line its axis, EPSG:4326, longitude first; roads out of town run on beyond the boundary
 */
public record Street(String name, StreetKind kind, LineString line) {}
