package org.vigie.demo.town;

import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;

/**
 * The size of a house and its manners towards the street, in metres.
 *
 * @param front width along the street
 * @param depth from the front to the back
 * @param setback from the pavement to the front
 * @param gap to the next house
 * @param yard whether a corner at the back is left open
 */
record HouseStyle(double front, double depth, double setback, double gap, boolean yard) {

    /** A house as they are built at a place. */
    static HouseStyle at(Coordinate place, StreetKind street, SplittableRandom random) {
        double distance = TownCentre.distance(place);
        if (TownTerrain.works(place)) {
            return new HouseStyle(
                    between(random, 34, 84),
                    between(random, 22, 52),
                    between(random, 3, 9),
                    between(random, 14, 44),
                    false);
        }
        if (distance < TownCentre.OLD_TOWN) {
            return new HouseStyle(between(random, 9, 21), between(random, 11, 19), 0.7, 0.4, random.nextInt(4) == 0);
        }
        if (street != StreetKind.PATH && distance < TownCentre.FAUBOURGS + 150 && random.nextInt(5) > 0) {
            return terrace(random);
        }
        double gap = street == StreetKind.PATH ? between(random, 20, 70) : between(random, 7, 20);
        return new HouseStyle(
                between(random, 10, 17), between(random, 9, 14), between(random, 1, 6), gap, random.nextInt(4) == 0);
    }

    private static HouseStyle terrace(SplittableRandom random) {
        double gap = random.nextInt(5) == 0 ? between(random, 6, 15) : 0.4;
        return new HouseStyle(between(random, 10, 24), between(random, 10, 15), 0.8, gap, random.nextInt(5) == 0);
    }

    private static double between(SplittableRandom random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
