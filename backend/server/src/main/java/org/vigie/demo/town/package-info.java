/**
 * The geometry of Aubrelle, the fictional commune of the demonstration.
 *
 * <p>{@link org.vigie.demo.town.Town#aubrelle()} draws it, always the same to the last decimal. The order of the
 * drawing is the order of a real town's growth: the land (river, lakes, woods, railway), the roads drawn by hand, the
 * residential streets, which are streamlines of a direction field stopped by whatever was there before them, then
 * houses along the streets and whatever stands on the pavement. Sectors come last: main roads, river, brook
 * and railway are noded into one planar graph whose faces are dealt out to the 24 sectors, so neighbours share their
 * edges vertex for vertex.
 *
 * <p>Everything is drawn in metres in a plane that touches the ellipsoid at the town centre ({@code LocalPlane}), x to
 * the east and y to the north, and leaves the package in EPSG:4326, longitude first, on a grid of 1e-7 degree.
 * Transcendental functions are taken from {@link StrictMath} so that every machine draws the same town. No database
 * and no framework here.
 */
@NullMarked
package org.vigie.demo.town;

import org.jspecify.annotations.NullMarked;
