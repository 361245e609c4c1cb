/**
 * A door: OGC API Features at {@code /{code}/ogc}, for QGIS, GDAL, other cities and anybody's script.
 *
 * <p>The collections are the published layers ({@link org.vigie.features.PublishedLayers}, the same list as {@code layers/layers.json}), read
 * from schema map as role map_reader and nothing else. Whatever a request asks for (box, time, property, CQL2) becomes one condition, which
 * may speak of declared properties only and is compiled to SQL whose every value is a parameter. No condition can fail on a row: what is
 * hidden cannot make itself felt.
 *
 * <p>Besides, staff's own GIS reads what staff sees ({@link org.vigie.features.StaffLayers}, from schema {@code staff_map} as the service), by
 * a key that an administrator issues; without one these layers do not exist.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"geo", "access", "map"})
package org.vigie.features;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
