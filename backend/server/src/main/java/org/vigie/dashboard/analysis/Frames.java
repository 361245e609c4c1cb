package org.vigie.dashboard.analysis;

import java.time.LocalDate;
import java.util.List;
import org.vigie.geo.MetreGrid.Cell;

/**
 * A film of a period: how many requests came in each cell in each step.
 *
 * @param steps first days, in order; each is there, also where nothing came in
 * @param cells those with any request
 */
public record Frames(Scope scope, List<LocalDate> steps, List<Film> cells) {

    /** @param counts one a step */
    public record Film(Cell cell, List<Integer> counts) {}
}
