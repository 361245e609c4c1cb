package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/** Places along the kerbs of the built-up streets, clear of crossings and of water. Metres. */
final class Pavement {

    /** From the house fronts to the line where posts and trees stand. */
    private static final double FROM_FRONTS = 2.6;

    private final TownPlan plan;
    private final Zone water;

    Pavement(TownPlan plan) {
        this.plan = plan;
        this.water = plan.waters.zone(1);
    }

    /** Alternately left and right, one every {@code step} metres. */
    List<Spot> alternating(double step, Set<StreetKind> kinds) {
        return along(step, kinds, false);
    }

    /** Facing pairs, one pair every {@code step} metres. */
    List<Spot> pairs(double step, Set<StreetKind> kinds) {
        return along(step, kinds, true);
    }

    private List<Spot> along(double step, Set<StreetKind> kinds, boolean pairs) {
        List<Spot> spots = new ArrayList<>();
        for (int number = 0; number < plan.roads.size(); number++) {
            Road road = plan.roads.get(number);
            if (!kinds.contains(road.kind())) {
                continue;
            }
            int side = 1;
            for (Station station : road.line().stations(step / 2, step)) {
                add(spots, number, station, side);
                if (pairs) {
                    add(spots, number, station, -side);
                }
                side = -side;
            }
        }
        return spots;
    }

    private void add(List<Spot> spots, int number, Station station, int side) {
        Road road = plan.roads.get(number);
        Coordinate at = station.beside(side * (road.halfWidth() - FROM_FRONTS));
        if (plan.edge.covers(at) && !water.covers(at) && clear(at, number)) {
            spots.add(new Spot(road.name(), at));
        }
    }

    /** Roads are numbered in the index in the order of the plan. */
    private boolean clear(Coordinate at, int number) {
        return plan.index.nearest(at, 8, mark -> mark.road() != number).isEmpty();
    }
}
