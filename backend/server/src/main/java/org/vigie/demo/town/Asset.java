package org.vigie.demo.town;

import org.locationtech.jts.geom.Point;

/**
 * Something the town keeps up, with a place of its own.
 *
 * @param kind what it is
 * @param code as painted on it, unique: L-0001
 * @param name a school's name, a tree's species, where a lamp post stands
 * @param point EPSG:4326, longitude first
 */
public record Asset(AssetKind kind, String code, String name, Point point) {}
