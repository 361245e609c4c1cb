package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The buildings everyone knows, each moved to the nearest ground free of main roads and water. Metres. */
final class Landmarks {

    /** A landmark: its name and its ground. */
    record Landmark(String name, Polygon outline) {}

    private static final double SEARCH_STEP = 5;
    private static final int SEARCH_RINGS = 60;

    private final Footprints footprints;
    private final Zone closed;
    private final List<Landmark> landmarks = new ArrayList<>();

    /** {@code footprints} holds the main roads and receives the landmarks. */
    Landmarks(Footprints footprints, Zone closed) {
        this.footprints = footprints;
        this.closed = closed;
        cathedral();
        place("Gare d’Aubrelle", -180, -1378, 170, 20);
        place("Hôtel de ville", -130, 300, 58, 30);
        place("Théâtre Jacques-Cœur", 330, 240, 46, 30);
        place("Centre hospitalier d’Aubrelle", 1380, 1500, 150, 62);
        place("Lycée Marguerite-de-Navarre", -560, 640, 96, 40);
        place("Collège George-Sand", 1180, 380, 84, 36);
        place("Médiathèque Simone-Veil", -330, -230, 44, 30);
        place("Piscine des Berges", 1250, -820, 60, 36);
        place("Château d’Aubrelle", -1040, 240, 50, 26);
        place("Tribunal", 330, -60, 40, 28);
        place("Sous-préfecture", -300, 120, 44, 26);
        place("Église Saint-Marc", 560, -860, 40, 16);
        place("Église Saint-Bonnet", -1220, 620, 36, 16);
        place("Centre de secours", 1180, -1560, 60, 30);
        place("Centre technique municipal", 560, -1840, 90, 44);
    }

    /** The market hall stands on the square itself. */
    static Landmark market(Polygon square) {
        Coordinate centre = square.getCentroid().getCoordinate();
        Coordinate heading = new Coordinate(StrictMath.cos(-0.5), StrictMath.sin(-0.5));
        return new Landmark("Halles", new Rectangle(centre, heading, 74, 32).area());
    }

    List<Landmark> landmarks() {
        return List.copyOf(landmarks);
    }

    private void cathedral() {
        Coordinate heading = new Coordinate(StrictMath.cos(0.45), StrictMath.sin(0.45));
        Coordinate wanted = new Coordinate(205, -110);
        Coordinate crossing = new Coordinate(5, 0);
        Polygon outline = nearestFree(wanted, new Rectangle(wanted, heading, 84, 48));
        Coordinate centre = outline.getCentroid().getCoordinate();
        Geometry nave = new Rectangle(centre, heading, 82, 24).area();
        Coordinate transept = new Coordinate(centre.x + crossing.x * heading.x, centre.y + crossing.x * heading.y);
        Geometry cross = nave.union(new Rectangle(transept, heading, 20, 46).area());
        add("Cathédrale Saint-Étienne", (Polygon) cross);
    }

    private void place(String name, double... at) {
        Coordinate wanted = new Coordinate(at[0], at[1]);
        Coordinate east = new Coordinate(StrictMath.cos(-0.12), StrictMath.sin(-0.12));
        Coordinate flat = name.startsWith("Gare") ? new Coordinate(1, 0) : east;
        add(name, nearestFree(wanted, new Rectangle(wanted, flat, at[2], at[3])));
    }

    private void add(String name, Polygon outline) {
        footprints.take(outline);
        landmarks.add(new Landmark(name, outline));
    }

    /** Walks outwards in rings until the rectangle fits. */
    private Polygon nearestFree(Coordinate wanted, Rectangle size) {
        return Stream.iterate(0, ring -> ring < SEARCH_RINGS, ring -> ring + 1)
                .flatMap(ring -> Stream.iterate(0, k -> k < 16, k -> k + 1).map(k -> Map.entry(ring, k)))
                .map(step -> around(wanted, step.getKey() * SEARCH_STEP, step.getValue() * Math.PI / 8))
                .map(centre -> new Rectangle(centre, size.heading(), size.front(), size.depth()))
                .filter(this::fits)
                .findFirst()
                .orElse(size)
                .area();
    }

    private boolean fits(Rectangle rectangle) {
        Polygon ground = rectangle.grown(4).area();
        return footprints.free(ground) && !closed.touches(ground);
    }

    private static Coordinate around(Coordinate centre, double metres, double turn) {
        return new Coordinate(centre.x + metres * StrictMath.cos(turn), centre.y + metres * StrictMath.sin(turn));
    }
}
