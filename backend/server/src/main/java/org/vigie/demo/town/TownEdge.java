package org.vigie.demo.town;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Where the town stops: one ragged oval around the centre, and villages along the roads. */
final class TownEdge {

    /** A village: centre and reach in metres. */
    private record Village(double x, double y, double reach) {}

    private static final double REACH = 2080;
    private static final double FLATTENING = 0.79;

    private static final List<Village> VILLAGES = List.of(
            new Village(2850, 150, 380),
            new Village(-1760, 2020, 330),
            new Village(-340, -2560, 330),
            new Village(-2720, 380, 280),
            new Village(2480, -1600, 290),
            new Village(2380, 2120, 230),
            new Village(90, 2640, 210),
            new Village(-2560, -1530, 230));

    private final Noise noise;

    TownEdge(Noise noise) {
        this.noise = noise;
    }

    /** Whether building ground may be found here. */
    boolean covers(Coordinate place) {
        return share(place) < 1 || inVillage(place);
    }

    boolean inVillage(Coordinate place) {
        double ragged = 1 + 0.35 * noise.at(place.x / 160, place.y / 160);
        return VILLAGES.stream().anyMatch(v -> TownCentre.distance(place.x - v.x, place.y - v.y) < v.reach * ragged);
    }

    /** 0 at the centre, 1 at the edge of the town, more outside. */
    double share(Coordinate place) {
        double north = place.y / FLATTENING;
        double turn = StrictMath.atan2(north, place.x);
        double ragged = 1 + 0.15 * noise.around(turn, 2.2, 40) + 0.07 * noise.around(turn, 7, 11);
        return TownCentre.distance(place.x, north) / (REACH * ragged);
    }
}
