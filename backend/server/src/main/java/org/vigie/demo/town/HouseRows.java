package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Puts houses along both sides of the streets wherever the ground is free. */
final class HouseRows {

    /** Metres between two tries where no house fits. */
    private static final double TRY = 6;

    private final TownEdge edge;
    private final Zone closed;
    private final Footprints footprints;
    private final SplittableRandom random;
    private final List<House> houses = new ArrayList<>();

    /**
     * {@code footprints} holds streets and landmarks and receives the houses; {@code closed} is ground without houses.
     */
    HouseRows(TownEdge edge, Zone closed, Footprints footprints, SplittableRandom random) {
        this.edge = edge;
        this.closed = closed;
        this.footprints = footprints;
        this.random = random;
    }

    /** Builds up both sides of the streets, in their order. */
    List<House> along(List<Road> roads) {
        for (Road road : roads) {
            if (road.kind() != StreetKind.TRUNK) {
                row(road, true);
                row(road, false);
            }
        }
        return List.copyOf(houses);
    }

    private void row(Road road, boolean left) {
        double next = 3;
        double length = road.line().length();
        HouseStyle style = HouseStyle.at(road.line().first(), road.kind(), random);
        for (Station station : road.line().stations(2, 2)) {
            if (station.distance() < next + style.front() / 2 || station.distance() + style.front() / 2 > length + 4) {
                continue;
            }
            boolean built = edge.covers(station.at()) && build(road, station, left, style);
            double taken = built ? style.front() / 2 + style.gap() : TRY - style.front() / 2;
            next = station.distance() + taken;
            style = HouseStyle.at(station.at(), road.kind(), random);
        }
    }

    private boolean build(Road road, Station station, boolean left, HouseStyle style) {
        double side = left ? 1 : -1;
        double toFront = road.halfWidth() + style.setback();
        Coordinate centre = station.beside(side * (toFront + style.depth() / 2));
        Coordinate heading = new Coordinate(station.heading().x * side, station.heading().y * side);
        Rectangle plot = new Rectangle(centre, heading, style.front(), style.depth());
        Polygon ground = plot.area();
        if (closed.touches(ground) || !footprints.free(ground)) {
            return false;
        }
        Polygon outline = style.yard() ? plot.withYard() : ground;
        footprints.take(outline);
        Coordinate gate = station.beside(side * (road.halfWidth() - 0.6));
        houses.add(new House(outline, road.name(), left, station, gate));
        return true;
    }
}
