package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** The streets inside the boulevards run, curved, into an oval square and not into one point. Metres. */
final class OldTown {

    private static final double STEP = 6;

    /** The Place des Halles, one closed line. */
    final Polyline square;

    private final Polyline boulevards;
    private final List<Road> roads = new ArrayList<>();

    OldTown(Noise noise, Polyline boulevards) {
        this.boulevards = boulevards;
        square = Oval.at(30, 35, 92, 58).tilted(-0.5).outline(noise, 0.14, 12);
        roads.add(new Road("Place des Halles", StreetKind.OLD, square));
        inwards(StreetKind.SECONDARY, "Rue de la République", "-60 515, 0 265, -40 155, 10 60");
        inwards(StreetKind.SECONDARY, "Rue Mirebeau", "565 35, 360 -50, 205 5, 110 0");
        inwards(StreetKind.SECONDARY, "Rue d’Auron", "-370 -395, -180 -230, -120 -85, -40 35");
        inwards(StreetKind.OLD, "Rue Moyenne", "-575 -25, -370 70, -190 50, -50 80");
        inwards(StreetKind.OLD, "Rue des Tanneurs", "370 -350, 230 -230, 150 -85, 70 -10");
        inwards(StreetKind.OLD, "Rue du Change", "410 370, 300 205, 155 145, 70 50");
        inwards(StreetKind.OLD, "Rue Porte-Jaune", "-420 395, -290 205, -145 170, -35 85");
        inwards(StreetKind.OLD, "Rue des Arènes", "-60 -515, 10 -350, -40 -190, 25 -10");
    }

    List<Road> roads() {
        return List.copyOf(roads);
    }

    Polygon squareGround() {
        return square.area();
    }

    /** From the boulevards to the square, which is drawn first so that the street can end on one of its vertices. */
    private void inwards(StreetKind kind, String name, String sketched) {
        Polyline sketch = Polyline.read(sketched);
        List<Coordinate> control = new ArrayList<>(sketch.points());
        control.set(0, boulevards.nearestVertexTo(sketch.first()));
        control.set(control.size() - 1, square.nearestVertexTo(sketch.last()));
        roads.add(new Road(name, kind, Spline.open(STEP, new Polyline(control))));
    }
}
