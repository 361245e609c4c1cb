package org.vigie.demo.town;

import org.locationtech.jts.geom.Coordinate;

/** Ground for residential streets: tight in the old town, loose in the garden suburbs, very loose between the works. */
final class TownTerrain implements Terrain {

    private final TownEdge edge;
    private final Zone closed;

    /** {@code closed} is the ground no street may enter: water, railway, parks, landmarks. */
    TownTerrain(TownEdge edge, Zone closed) {
        this.edge = edge;
        this.closed = closed;
    }

    @Override
    public boolean open(Coordinate place) {
        return edge.covers(place) && !closed.covers(place);
    }

    @Override
    public double spacing(Coordinate place) {
        double distance = TownCentre.distance(place.x, place.y / 0.9);
        if (distance < TownCentre.OLD_TOWN) {
            return 56;
        }
        if (works(place)) {
            return 165;
        }
        return distance < TownCentre.FAUBOURGS ? 82 : 98;
    }

    @Override
    public double reach() {
        return 780;
    }

    /** The works south of the railway. */
    static boolean works(Coordinate place) {
        boolean yards = place.x > 240 && place.x < 2100 && place.y < -1560;
        boolean riverside = place.x > 1740 && place.x < 2460 && place.y < -1220;
        return yards || riverside;
    }
}
