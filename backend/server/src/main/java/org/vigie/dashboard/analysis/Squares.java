package org.vigie.dashboard.analysis;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;
import org.vigie.dashboard.Arrivals;
import org.vigie.dashboard.FigureFilter;
import org.vigie.dashboard.Period;
import org.vigie.geo.MetreGrid;
import org.vigie.geo.MetreGrid.Cell;
import org.vigie.territory.Jurisdictions;

/** Cuts the jurisdiction into squares. */
@Component
class Squares {

    /** Sides that are offered; the first that leaves few enough squares is the usual one. */
    private static final List<Integer> SIDES_METRES = List.of(100, 200, 250, 500, 1_000, 2_000, 5_000, 10_000);

    private static final long USUAL_CELLS = 2_000;
    private static final long MOST_CELLS = 20_000;
    private static final int RADIUS_IN_SIDES = 3;
    /** A kernel that is felt further would be spread over the whole for each request. */
    private static final int FURTHEST_IN_SIDES = 20;

    /** The jurisdiction in squares. */
    record Cut(Geometry boundary, MetreGrid grid, List<Cell> cells, int radiusMetres) {

        Arrivals.Range range(Period period, FigureFilter filter) {
            return new Arrivals.Range(period, filter, grid, boundary.getEnvelopeInternal());
        }
    }

    private final Jurisdictions jurisdictions;

    Squares(Jurisdictions jurisdictions) {
        this.jurisdictions = jurisdictions;
    }

    /** @throws Refusal cells-too-many; radius-too-wide */
    Cut cut(GridChoice choice) {
        Geometry boundary = jurisdictions.profile().boundary();
        int usual = SIDES_METRES.stream()
                .filter(side -> MetreGrid.over(boundary, side).boxedCells(boundary) <= USUAL_CELLS)
                .findFirst()
                .orElse(SIDES_METRES.getLast());
        MetreGrid grid = MetreGrid.over(boundary, choice.cellMetres().orElse(usual));
        if (grid.boxedCells(boundary) > MOST_CELLS) {
            throw Refusal.invalid("cells-too-many", MOST_CELLS, usual);
        }
        int radius = choice.radiusMetres().orElse(RADIUS_IN_SIDES * grid.sideMetres());
        if (radius > FURTHEST_IN_SIDES * grid.sideMetres()) {
            throw Refusal.invalid("radius-too-wide", FURTHEST_IN_SIDES * grid.sideMetres());
        }
        return new Cut(boundary, grid, grid.covering(boundary), radius);
    }
}
