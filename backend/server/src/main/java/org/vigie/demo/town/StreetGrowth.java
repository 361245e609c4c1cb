package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;

/** Fills the ground between the roads drawn by hand with streets, seed by seed. */
final class StreetGrowth {

    /** Metres; a shorter street would be a driveway. */
    private static final double SHORTEST = 84;

    private final DirectionField field;
    private final Terrain terrain;
    private final RoadIndex index;
    private final SplittableRandom random;
    private final int mainRoads;

    /** {@code index} holds the roads drawn so far and receives the new ones. */
    StreetGrowth(DirectionField field, Terrain terrain, RoadIndex index, SplittableRandom random) {
        this.field = field;
        this.terrain = terrain;
        this.index = index;
        this.random = random;
        this.mainRoads = index.next();
    }

    /** Tries one street from each seed; {@code across} alternates between the two families of the field. */
    List<Polyline> from(List<Coordinate> seeds) {
        List<Polyline> streets = new ArrayList<>();
        boolean across = false;
        for (Coordinate seed : seeds) {
            across = !across;
            street(seed, across).ifPresent(line -> {
                streets.add(line);
                index.add(line);
            });
        }
        return streets;
    }

    Terrain terrain() {
        return terrain;
    }

    RoadIndex index() {
        return index;
    }

    SplittableRandom random() {
        return random;
    }

    boolean isMain(RoadIndex.Mark mark) {
        return mark.road() < mainRoads;
    }

    Coordinate heading(Coordinate place, boolean across) {
        double angle = field.angleAt(place.x, place.y) + (across ? Math.PI / 2 : 0);
        return new Coordinate(StrictMath.cos(angle), StrictMath.sin(angle));
    }

    private Optional<Polyline> street(Coordinate seed, boolean across) {
        if (!terrain.open(seed) || crowded(seed, across)) {
            return Optional.empty();
        }
        Coordinate heading = heading(seed, across);
        List<Coordinate> points = half(seed, heading, across);
        Collections.reverse(points);
        points.add(seed);
        points.addAll(half(seed, new Coordinate(-heading.x, -heading.y), across));
        boolean linked = points.stream().anyMatch(this::isJunction);
        if (points.size() < 3 || !linked || new Polyline(points).length() < SHORTEST) {
            return Optional.empty();
        }
        return Optional.of(new Polyline(points));
    }

    private boolean crowded(Coordinate seed, boolean across) {
        Coordinate heading = heading(seed, across);
        double wanted = terrain.spacing(seed) * (across ? 1.15 : 1);
        return index.any(seed, 12)
                || index.nearest(seed, wanted, mark -> mark.alongside(heading)).isPresent();
    }

    private List<Coordinate> half(Coordinate seed, Coordinate heading, boolean across) {
        Streamline line = new Streamline(this, seed, heading);
        Streamline.End end = line.grow(across);
        return end == Streamline.End.JUNCTION ? line.points() : withoutLooseTail(line.points());
    }

    /** Back to the last junction, unless what lies beyond it is a plausible cul-de-sac. */
    private List<Coordinate> withoutLooseTail(List<Coordinate> points) {
        int last = points.size() - 1;
        while (last >= 0 && !isJunction(points.get(last))) {
            last--;
        }
        int tail = points.size() - 1 - last;
        boolean keep = last < 0 || (tail >= 6 && tail <= 16 && random.nextDouble() < 0.65);
        return keep ? points : new ArrayList<>(points.subList(0, last + 1));
    }

    private boolean isJunction(Coordinate place) {
        return index.any(place, 0.01);
    }
}
