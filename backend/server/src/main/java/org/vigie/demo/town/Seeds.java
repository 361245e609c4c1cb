package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;

/** Where streets may start: random places, the old town first, so that the suburbs follow it. Metres. */
final class Seeds {

    private Seeds() {}

    static List<Coordinate> town(SplittableRandom random) {
        List<Coordinate> seeds = new ArrayList<>();
        scatter(seeds, random, 2000, 620);
        scatter(seeds, random, 3500, 1400);
        scatter(seeds, random, 9000, 3200);
        return seeds;
    }

    static List<Coordinate> country(SplittableRandom random) {
        List<Coordinate> seeds = new ArrayList<>();
        scatter(seeds, random, 2500, 4300);
        return seeds;
    }

    private static void scatter(List<Coordinate> seeds, SplittableRandom random, int count, double reach) {
        for (int i = 0; i < count; i++) {
            double east = (random.nextDouble() * 2 - 1) * reach;
            seeds.add(new Coordinate(east, (random.nextDouble() * 2 - 1) * reach));
        }
    }
}
