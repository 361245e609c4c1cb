package org.vigie.demo.town;

import org.locationtech.jts.geom.Coordinate;

/** Ground for country lanes: everywhere outside the town, far apart. */
final class CountryTerrain implements Terrain {

    private final TownEdge edge;
    private final Zone closed;
    private final Zone commune;

    CountryTerrain(TownEdge edge, Zone closed, Zone commune) {
        this.edge = edge;
        this.closed = closed;
        this.commune = commune;
    }

    @Override
    public boolean open(Coordinate place) {
        return commune.covers(place) && edge.share(place) > 1.02 && !edge.inVillage(place) && !closed.covers(place);
    }

    @Override
    public double spacing(Coordinate place) {
        return 330;
    }

    @Override
    public double reach() {
        return 1500;
    }
}
