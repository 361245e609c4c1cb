package org.vigie.dashboard.analysis;

import java.time.Instant;
import java.util.List;
import org.vigie.dashboard.Period;
import org.vigie.geo.MetreGrid;
import org.vigie.geo.MetreGrid.Cell;

/**
 * What an analysis is of.
 *
 * @param asOf the moment as of which it is told
 * @param received in the period
 * @param outside of these, those that lie on none of the cells
 * @param unplaced of these, those whose place is not known
 * @param cells every square of the grid that touches the jurisdiction
 */
public record Scope(
        Period period, Instant asOf, int received, int outside, int unplaced, MetreGrid grid, List<Cell> cells) {}
