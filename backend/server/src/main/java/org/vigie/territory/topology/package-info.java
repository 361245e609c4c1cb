/**
 * What is wrong with a set of sectors as ground, and how it is settled: overlaps, gaps, slivers, ground beyond the boundary. Pure
 * geometry in EPSG:4326; areas in square metres on the ellipsoid. Knows no database and no file.
 */
@NullMarked
@NamedInterface("topology")
package org.vigie.territory.topology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
