package org.vigie.bench;

import java.util.SplittableRandom;

/**
 * Where requests lie: six of seven around sixty places, of which few have most (weights 1/(k+3), sigma 120 to 900 m), the others anywhere.
 * The n-th of a seed is the same each time, whichever were asked for before it.
 */
final class HotSpots {

    static final double WEST = 2.2201;
    static final double EAST = 2.4699;
    static final double SOUTH = 48.8101;
    static final double NORTH = 48.9099;

    private static final int SPOTS = 60;
    private static final double ANYWHERE = 0.15;
    private static final double METRES_A_DEGREE_OF_LATITUDE = 111_000;
    private static final double METRES_A_DEGREE_OF_LONGITUDE = 73_000;

    private final long seed;
    private final double[] upTo = new double[SPOTS];
    private final double[] longitude = new double[SPOTS];
    private final double[] latitude = new double[SPOTS];
    private final double[] sigmaMetres = new double[SPOTS];

    HotSpots(long seed) {
        this.seed = seed;
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        for (int k = 0; k < SPOTS; k++) {
            longitude[k] = 2.25 + random.nextDouble() * 0.19;
            latitude[k] = 48.825 + random.nextDouble() * 0.07;
            sigmaMetres[k] = 120 + random.nextDouble() * random.nextDouble() * 780;
            sum += 1.0 / (k + 4);
            upTo[k] = sum;
        }
        for (int k = 0; k < SPOTS; k++) {
            upTo[k] /= sum;
        }
    }

    SplittableRandom random(long n) {
        return new SplittableRandom(seed + (n + 1) * 0x9E3779B97F4A7C15L);
    }

    City.Place draw(SplittableRandom random) {
        if (random.nextDouble() < ANYWHERE) {
            return new City.Place(random.nextDouble(WEST, EAST), random.nextDouble(SOUTH, NORTH));
        }
        double pick = random.nextDouble();
        int spot = 0;
        while (upTo[spot] < pick) {
            spot++;
        }
        double east = random.nextGaussian() * sigmaMetres[spot] / METRES_A_DEGREE_OF_LONGITUDE;
        double north = random.nextGaussian() * sigmaMetres[spot] / METRES_A_DEGREE_OF_LATITUDE;
        return new City.Place(
                Math.clamp(longitude[spot] + east, WEST, EAST), Math.clamp(latitude[spot] + north, SOUTH, NORTH));
    }
}
