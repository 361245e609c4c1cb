package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Parks, the cemetery, the stadium and the woods. Metres. */
final class Greens {

    private final Noise noise;
    private final Zone water;
    private final Zone streets;
    private final List<Feature> features = new ArrayList<>();
    private final List<Polygon> woods = new ArrayList<>();

    /** {@code streets} are the strips of ground that the main roads take. */
    Greens(Noise noise, Waters waters, Zone streets) {
        this.noise = noise;
        this.water = waters.zone(0);
        this.streets = streets;
        features.add(new Feature(AreaKind.PARK, "Île aux Saules", waters.island));
        inTown();
        onTheEdge();
        woods();
    }

    /** Everything green on which nothing is built, without the woods. */
    List<Feature> features() {
        return List.copyOf(features);
    }

    /** The woods where they do not meet {@code cleared} ground. */
    List<Feature> woodsOutside(Geometry cleared) {
        List<Feature> left = new ArrayList<>();
        for (Polygon wood : woods) {
            Geometry ground = wood.difference(cleared).difference(water.ground());
            left.addAll(Feature.parts(AreaKind.WOOD, "", ground));
        }
        return left;
    }

    private void inTown() {
        park("Parc du Château", Oval.at(-800, 410, 222, 156).tilted(-0.3));
        park("Jardin des Plantes", Oval.at(700, 400, 150, 124).tilted(0.2));
        park("Parc des Berges", Oval.at(1560, -1010, 228, 88).tilted(-0.55));
        park("Square Pasteur", Oval.at(-265, 875, 84, 66));
        park("Parc de Bel-Air", Oval.at(-1350, 1110, 150, 108).tilted(0.4));
        park("Prairie des Moulins", Oval.at(880, 1330, 116, 158).tilted(-0.1));
        park("Parc des Vergers", Oval.at(-960, -1215, 150, 84).tilted(0.2));
        park("Square des Acacias", Oval.at(2120, -330, 110, 80).tilted(-0.3));
        park("Jardin de Pierre-Levée", Oval.at(60, -2090, 128, 92).tilted(-0.3));
        park("Square de la Résistance", Oval.at(150, -1080, 66, 46).tilted(0.1));
        sport("Stade Marcel-Cerdan", Oval.at(1640, 720, 156, 120).tilted(-0.2));
        cemetery("Cimetière Saint-Marc", Oval.at(620, -1080, 126, 84).tilted(-0.2));
    }

    private void onTheEdge() {
        park("Parc des Étangs", Oval.at(-2480, -60, 360, 290).tilted(-0.5));
        park("Base de loisirs de Sainte-Croix", Oval.at(2290, 1330, 276, 180).tilted(0.4));
        park("Prairie de la Lorne", Oval.at(2680, -880, 250, 95).tilted(0.3));
        sport("Plaine de jeux de la Varenne", Oval.at(-1640, 1420, 140, 95).tilted(0.5));
        cemetery("Cimetière des Loges", Oval.at(-480, 2080, 110, 80).tilted(-0.1));
    }

    private void woods() {
        wood(Oval.at(-2950, 2250, 800, 420).tilted(-0.6));
        wood(Oval.at(3150, 1980, 620, 430).tilted(-0.2));
        wood(Oval.at(3050, -2500, 640, 300).tilted(0.1));
        wood(Oval.at(-3150, -950, 380, 480).tilted(-0.1));
        wood(Oval.at(-700, 2850, 520, 260).tilted(0.15));
        wood(Oval.at(1450, 3050, 330, 420).tilted(0.3));
        wood(Oval.at(-1250, -3000, 620, 260).tilted(0.2));
        wood(Oval.at(900, -3250, 560, 230).tilted(-0.1));
        wood(Oval.at(3900, -350, 330, 210).tilted(0.4));
        wood(Oval.at(-3700, 300, 260, 300));
    }

    private void park(String name, Oval oval) {
        green(AreaKind.PARK, name, oval);
    }

    private void sport(String name, Oval oval) {
        green(AreaKind.SPORT, name, oval);
    }

    private void cemetery(String name, Oval oval) {
        green(AreaKind.CEMETERY, name, oval);
    }

    private void green(AreaKind kind, String name, Oval oval) {
        Geometry ground = oval.area(noise, 0.2, 12).difference(water.ground()).difference(streets.ground());
        features.addAll(Feature.parts(kind, name, ground));
    }

    private void wood(Oval oval) {
        woods.add(oval.area(noise, 0.38, 26));
    }
}
