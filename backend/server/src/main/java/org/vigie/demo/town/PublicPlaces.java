package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Schools, sports facilities and playgrounds, by name. Metres. */
final class PublicPlaces {

    private static final String SCHOOLS = """
            École Jules-Ferry: -250 -120
            École Jean-Zay: 330 330
            École maternelle des Lilas: -480 1050
            École Marie-Curie: 320 980
            École du Château: -980 640
            École Louise-Michel: -1500 560
            École Paul-Bert: 980 -180
            École des Moulins: 620 1500
            École Simone-Veil: 1700 250
            École Val de Lorne: 1950 -450
            École Saint-Marc: 500 -700
            École de la Gare: -420 -1050
            École des Vergers: -1200 -950
            École Rosa-Parks: -700 1450""";

    private static final String SPORTS = """
            Gymnase Alain-Mimoun: 1350 900
            Gymnase des Étangs: -1750 -350
            Gymnase de Bel-Air: -900 1500
            Salle Marie-José-Pérec: 250 -1250
            Piscine des Berges: 1250 -820
            Tennis du Château: -640 560
            Boulodrome des Quais: -480 -560
            Base nautique de la Lorne: -1250 -560
            Skatepark des Ateliers: 760 -1600""";

    private PublicPlaces() {}

    /** Each school in the house nearest to where it was planned. */
    static List<Spot> schools(List<House> houses) {
        return nearest(SCHOOLS, houses);
    }

    /** Halls in the houses nearest to where they were planned, and the sports grounds themselves. */
    static List<Spot> sports(List<House> houses, List<Feature> greens) {
        List<Spot> sports = new ArrayList<>(nearest(SPORTS, houses));
        sports.addAll(
                inside(greens.stream().filter(g -> g.kind() == AreaKind.SPORT).toList(), ""));
        return sports;
    }

    /** One playground per park. */
    static List<Spot> playgrounds(List<Feature> greens) {
        return inside(greens.stream().filter(g -> g.kind() == AreaKind.PARK).toList(), "Aire de jeux, ");
    }

    private static List<Spot> inside(List<Feature> greens, String prefix) {
        return greens.stream()
                .map(green -> new Spot(
                        prefix + green.name(), green.ground().getInteriorPoint().getCoordinate()))
                .toList();
    }

    private static List<Spot> nearest(String text, List<House> houses) {
        List<Spot> spots = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] parts = line.split(": ", 2);
            Coordinate planned = Polyline.read(parts[1]).first();
            spots.add(new Spot(parts[0], nearest(planned, houses)));
        }
        return spots;
    }

    private static Coordinate nearest(Coordinate planned, List<House> houses) {
        House best = houses.getFirst();
        for (House house : houses) {
            if (house.gate().distance(planned) < best.gate().distance(planned)) {
                best = house;
            }
        }
        return best.outline().getInteriorPoint().getCoordinate();
    }
}
