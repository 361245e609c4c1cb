package org.vigie.demo.town;

import org.locationtech.jts.geom.Polygon;

/**
 * The footprint of a building.
 *
 * @param kind house or landmark
 * @param name empty for a house
 * @param polygon EPSG:4326, longitude first
 */
public record Building(BuildingKind kind, String name, Polygon polygon) {}
