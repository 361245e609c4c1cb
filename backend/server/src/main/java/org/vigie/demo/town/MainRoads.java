package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The roads every inhabitant could draw from memory: the ring road, the boulevards on the old walls, the avenues out
 * of town and the country roads between the villages. Metres; roads that meet share a vertex.
 */
final class MainRoads {

    private static final double STEP = 6;

    /** The boulevards, one closed line clockwise from the east. */
    final Polyline boulevards;

    private final Noise noise;
    private final List<Road> roads = new ArrayList<>();

    MainRoads(Noise noise) {
        this.noise = noise;
        boulevards = ring(590, 508, 0.22, 22);
        road(StreetKind.TRUNK, "Rocade", ring(2412, 1906, 0.12, 26));
        walls();
        northAndEast();
        southAndWest();
        acrossTown();
        betweenVillages();
    }

    List<Road> roads() {
        return List.copyOf(roads);
    }

    private void walls() {
        main("Boulevard de la République", boulevards.part(0.62, 0.88));
        main("Boulevard des Remparts", boulevards.part(0.88, 1).then(boulevards.part(0, 0.13)));
        main("Quai des Bateliers", boulevards.part(0.13, 0.39));
        main("Boulevard Gambetta", boulevards.part(0.39, 0.62));
    }

    private void northAndEast() {
        radial("Avenue de Paris", "-60 515, -110 875, 10 1295, -60 1835, 110 2375, 70 2855, 190 3500, 60 4800");
        radial("Route de Sainte-Croix", "410 370, 635 755, 1140 1175, 1595 1595, 2340 2100, 3180 2820, 4300 3800");
        radial("Avenue du Général-Leclerc", "565 35, 1045 110, 1670 -10, 2340 170, 2850 110, 3900 335, 5300 150");
        radial(
                "Faubourg Saint-Marc",
                "370 -350, 565 -730, 1020 -1140, 1475 -1430, 2100 -1595, 2940 -1715, 3900 -1525, " + "5300 -1750");
        radial(
                "Route des Étangs",
                "-420 395, -660 730, -925 1080, -1355 1450, -1740 1910, -1980 2435, -1930 2855, "
                        + "-2150 3500, -2050 4700");
    }

    private void southAndWest() {
        radial("Avenue de la Gare", "-60 -515, -85 -875, -180 -1200, -180 -1340");
        main(
                "Rue de Nevers",
                spline("-180 -1340, -110 -1595, -300 -1945, -250 -2425, -420 -3025, -260 -3700, -420 -4700"));
        radial(
                "Rue du Pont-Vieux",
                "-370 -395, -565 -805, -900 -1080, -1380 -1310, -1920 -1500, -2700 -1525, -3780 -1765, "
                        + "-5200 -1650");
        radial("Avenue Jean-Jaurès", "-575 -25, -1070 10, -1500 155, -1945 265, -2555 325, -3780 695, -5200 1050");
    }

    private void acrossTown() {
        secondary("Boulevard du Nord", "-1070 10, -1190 455, -1045 850, -660 1115, -110 1200, 420 1115, 1140 1175");
        secondary("Boulevard de l’Europe", "1140 1175, 1330 685, 1475 275, 1450 20, 1355 -325, 1260 -685, 1020 -1140");
        secondary("Rue de la Gare", "-1380 -1310, -840 -1345, -180 -1340, 420 -1335, 800 -1260, 1020 -1140");
        secondary("Avenue des Ateliers", "-180 -1740, 360 -1690, 900 -1705, 1475 -1910, 2005 -2110, 2340 -2485");
        secondary("Boulevard de l’Ouest", "-1500 155, -1480 -250, -1320 -520, -1290 -800, -1180 -1100, -1380 -1310");
    }

    private void betweenVillages() {
        secondary("Route des Loges", "-1980 2435, -1300 2640, -600 2480, 110 2375");
        secondary("Route de la Varenne", "-2555 325, -2560 900, -2300 1500, -1740 1910");
        secondary("Route des Vallées", "2340 2100, 2720 1500, 2930 800, 2850 110");
        secondary("Route du Bac", "2850 110, 3080 -500, 3060 -1200, 2940 -1715");
        secondary("Route de la Chaume", "-250 -2425, 500 -2560, 1500 -2560, 2340 -2485, 2750 -2150, 2940 -1715");
        secondary("Route du Grand-Pré", "-2700 -1525, -2200 -2200, -1200 -2500, -250 -2425");
        secondary("Route de la Chaussée", "-2555 325, -2860 60, -2920 -500, -2800 -1100, -2700 -1525");
        secondary("Route des Moulins", "110 2375, 800 2500, 1500 2250, 2340 2100");
    }

    /** An oval pulled out of shape; x and y half axes in metres, clockwise from the east. */
    private Polyline ring(double across, double high, double wobble, int corners) {
        Oval oval = Oval.at(0, 0, across, high);
        List<Coordinate> control = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double turn = -2 * Math.PI * i / corners;
            control.add(oval.towards(turn, 1 + wobble * noise.around(turn, 1.6, across)));
        }
        return Spline.closed(STEP, new Polyline(control));
    }

    /** A road out of town: it starts on the boulevards, at the vertex nearest to its first point. */
    private void radial(String name, String sketched) {
        Polyline sketch = Polyline.read(sketched);
        List<Coordinate> control = new ArrayList<>(sketch.points());
        control.set(0, boulevards.nearestVertexTo(sketch.first()));
        main(name, Spline.open(STEP, new Polyline(control)));
    }

    private static Polyline spline(String sketched) {
        return Spline.open(STEP, sketched);
    }

    private void main(String name, Polyline line) {
        road(StreetKind.MAIN, name, line);
    }

    private void secondary(String name, String sketched) {
        road(StreetKind.SECONDARY, name, spline(sketched));
    }

    private void road(StreetKind kind, String name, Polyline line) {
        roads.add(new Road(name, kind, line));
    }
}
