package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;

/**
 * One half of a street while it grows: it follows the field from its seed, step by step, until it meets a wall, a
 * street beside it or a street across it. Evenly spaced streamlines after Jobard and Lefer, 1997.
 */
final class Streamline {

    /** Metres per step. */
    static final double STEP = 6;

    /** Why a street stopped growing. */
    enum End {
        /** Water, railway, park or the edge of town. */
        WALL,
        /** Too close to a street beside it, with nothing ahead to meet. */
        OPEN,
        /** It met another street. */
        JUNCTION
    }

    private final StreetGrowth growth;
    private final Terrain terrain;
    private final RoadIndex index;
    private final SplittableRandom random;
    private final List<Coordinate> points = new ArrayList<>();

    private Coordinate at;
    private Coordinate heading;
    private int sinceCrossing;

    /** Starts at {@code seed}, which is not part of the result, towards {@code heading}. */
    Streamline(StreetGrowth growth, Coordinate seed, Coordinate heading) {
        this.growth = growth;
        this.terrain = growth.terrain();
        this.index = growth.index();
        this.random = growth.random();
        this.at = seed;
        this.heading = heading;
    }

    List<Coordinate> points() {
        return points;
    }

    /** Grows to the end and says why it ended. */
    End grow(boolean across) {
        int steps = (int) (terrain.reach() / STEP);
        for (int step = 0; step < steps; step++) {
            turn(across);
            Coordinate next = new Coordinate(at.x + heading.x * STEP, at.y + heading.y * STEP);
            if (!terrain.open(next)) {
                return End.WALL;
            }
            if (step > 2 && beside(next)) {
                return join(next);
            }
            points.add(next);
            if (crosses(next)) {
                return End.JUNCTION;
            }
            at = points.getLast();
        }
        return End.OPEN;
    }

    /** Bends towards the field, without the kinks the field has between two hubs. */
    private void turn(boolean across) {
        Coordinate wanted = growth.heading(at, across);
        double sense = wanted.x * heading.x + wanted.y * heading.y < 0 ? -1 : 1;
        Coordinate mixed = Polyline.between(heading, new Coordinate(wanted.x * sense, wanted.y * sense), 0.45);
        heading = Polyline.unit(new Coordinate(0, 0), mixed);
    }

    private boolean beside(Coordinate next) {
        double near = terrain.spacing(next) * 0.55;
        return index.nearest(next, near, mark -> mark.alongside(heading)).isPresent();
    }

    /** Runs straight into the nearest street ahead, if the ground allows. */
    private End join(Coordinate next) {
        Optional<RoadIndex.Mark> ahead = index.nearest(next, terrain.spacing(next) * 0.9, this::isAhead);
        if (ahead.isEmpty() || !clear(next, ahead.get().at())) {
            return End.OPEN;
        }
        Coordinate junction = ahead.get().at();
        int steps = (int) (next.distance(junction) / STEP);
        for (int i = 0; i < steps; i++) {
            points.add(Polyline.between(next, junction, (double) i / steps));
        }
        points.add(junction);
        return End.JUNCTION;
    }

    private boolean isAhead(RoadIndex.Mark mark) {
        double dx = mark.at().x - at.x;
        double dy = mark.at().y - at.y;
        return dx * heading.x + dy * heading.y > 0.75 * TownCentre.distance(dx, dy);
    }

    private boolean clear(Coordinate from, Coordinate to) {
        for (double share = 0; share < 0.9; share += 0.1) {
            if (!terrain.open(Polyline.between(from, to, share))) {
                return false;
            }
        }
        return true;
    }

    /** Shares a vertex with a street it crosses, and stops there one time in three. */
    private boolean crosses(Coordinate next) {
        sinceCrossing++;
        if (sinceCrossing <= 4) {
            return false;
        }
        Optional<RoadIndex.Mark> met = index.nearest(next, 4.2, mark -> true);
        if (met.isEmpty()) {
            return false;
        }
        sinceCrossing = 0;
        points.set(points.size() - 1, met.get().at());
        return random.nextDouble() < (growth.isMain(met.get()) ? 0.55 : 0.34);
    }
}
