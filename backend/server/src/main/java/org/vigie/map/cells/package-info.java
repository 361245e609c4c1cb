/**
 * The counted cells of the map: how many requests lie in each, by category, kind, state, lateness and month. Whoever writes a request notes
 * what changed on the map (triggers of V0221); what was noted is taken into the cells after it, by one thread a process and one process
 * a jurisdiction, and every process is told which tiles are no longer true. A tile reads the cells together with what is still noted, so
 * that it never waits for this.
 */
@NullMarked
@NamedInterface("cells")
package org.vigie.map.cells;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
