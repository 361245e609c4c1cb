package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Finds where streets cross water. */
final class Bridges {

    /** Metres of abutment on each bank. */
    private static final double ABUTMENT = 6;

    private Bridges() {}

    static List<Bridge> of(List<Road> roads, List<Feature> waters) {
        List<Bridge> bridges = new ArrayList<>();
        for (Feature water : waters) {
            Geometry banks = water.ground().buffer(ABUTMENT, 4);
            for (Road road : roads) {
                if (road.line().line().intersects(water.ground())) {
                    add(
                            bridges,
                            road,
                            water,
                            road.line().line().intersection(banks).norm());
                }
            }
        }
        return List.copyOf(bridges);
    }

    private static void add(List<Bridge> bridges, Road road, Feature water, Geometry decks) {
        for (int i = 0; i < decks.getNumGeometries(); i++) {
            if (decks.getGeometryN(i) instanceof LineString deck) {
                bridges.add(new Bridge(road.name(), water.name(), road.kind(), LocalPlane.toWgs84(deck)));
            }
        }
    }
}
