package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** La Lorne with its island, the Ru des Moulins which feeds it, and the lakes. Metres. */
final class Waters {

    /** Metres from the bank to the towpath. */
    private static final double TOWPATH = 10;

    /** The axis of La Lorne, downstream from west to east. */
    final Polyline lorne = Spline.open(
            12,
            "-5300 2250, -4600 2120, -3840 1715, -3035 1380, -2280 805, -1885 -35, -1260 -685, "
                    + "-470 -875, 130 -685, 730 -395, 1330 -515, 1835 -960, 2460 -1105, 3130 -805, "
                    + "3960 -995, 4700 -1260, 5400 -1150");

    /** The axis of the Ru des Moulins, from north to south. */
    final Polyline brook = Spline.open(
            12,
            "700 4900, 860 4300, 1040 3650, 880 3200, 925 2795, 1090 2170, 900 1595, 1010 995, "
                    + "900 455, 1070 -35, 1020 -455");

    /** The Île aux Saules. */
    final Polygon island;

    private final List<Feature> features = new ArrayList<>();

    private final Noise noise;

    Waters(Noise noise) {
        this.noise = noise;
        island = Oval.at(-785, -825, 250, 44).tilted(-0.24).area(noise, 0.1, 12);
        Geometry river = RiverBank.around(lorne, place -> width(noise, place)).difference(island);
        add("La Lorne", river);
        add(
                "Ru des Moulins",
                RiverBank.around(brook, p -> 13 + 3 * noise.at(p.y / 110, 8)).difference(river));
        lake("Grand Étang", Oval.at(-2510, -60, 200, 128).tilted(-0.5));
        lake("Étang du Grand-Pré", Oval.at(-1990, -590, 112, 75).tilted(-0.2));
        lake("Étang de Sainte-Croix", Oval.at(2245, 1320, 150, 88).tilted(0.4));
        lake("Étang de la Varenne", Oval.at(-2900, 2420, 190, 80).tilted(0.7));
        lake("Étang Neuf", Oval.at(1500, -2790, 170, 90).tilted(-0.3));
    }

    List<Feature> features() {
        return List.copyOf(features);
    }

    /** All the water, to keep streets and houses out of it. */
    Zone zone(double margin) {
        return Zone.of(features.stream().map(f -> f.ground().buffer(margin, 4)).toList());
    }

    /**
     * The path along one bank of La Lorne as far as the town reaches; {@code side} is 1 for the left bank, −1 for the
     * right.
     */
    Polyline towpath(int side) {
        List<Coordinate> path = new ArrayList<>();
        for (int i = 0; i < lorne.size(); i++) {
            Coordinate at = lorne.at(i);
            if (at.x > -2150 && at.x < 2550) {
                double offset = side * (width(noise, at) / 2 + TOWPATH);
                path.add(new Station(at, lorne.heading(i), 0).beside(offset));
            }
        }
        return Spline.open(6, new Polyline(path));
    }

    private void lake(String name, Oval oval) {
        add(name, oval.area(noise, 0.35, 13));
    }

    private void add(String name, Geometry ground) {
        features.addAll(Feature.parts(AreaKind.WATER, name, ground));
    }

    /** About 75 m, and wider where the river parts around the island. */
    private static double width(Noise noise, Coordinate place) {
        double toIsland = TownCentre.distance(place.x + 780, place.y + 832);
        return 74 + 12 * noise.at(place.x / 350, 4) + 104 * TownCentre.bell(toIsland, 250);
    }
}
