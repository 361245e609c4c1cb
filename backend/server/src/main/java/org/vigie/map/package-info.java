/**
 * Shown: tiles and lists of what is published. Reads schema map as role map_reader and nothing else, so that no door can leak; only the
 * counting of cells ({@code map.cells}) works as the service does. Of the catalogue it uses the arithmetic of calendars alone.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"geo", "access", "download", "catalogue :: calendar"})
package org.vigie.map;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
