package org.vigie.demo.town;

import org.locationtech.jts.geom.LineString;

/**
 * The part of a street that crosses water.
 *
 * @param street name of the street it carries
 * @param water name of what it crosses
 * @param kind kind of the street
 * @param line from bank to bank, EPSG:4326, longitude first
 */
public record Bridge(String street, String water, StreetKind kind, LineString line) {}
