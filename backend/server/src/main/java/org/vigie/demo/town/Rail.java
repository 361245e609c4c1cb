package org.vigie.demo.town;

import org.locationtech.jts.geom.LineString;

/**
 * A railway line.
 *
 * @param name where it leads
 * @param line its axis, EPSG:4326, longitude first
 */
public record Rail(String name, LineString line) {}
