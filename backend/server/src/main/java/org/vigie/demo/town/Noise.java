package org.vigie.demo.town;

import java.util.SplittableRandom;

/**
 * Value noise: random values on a lattice with smoothstep interpolation between them (Perlin's fade 3t² − 2t³). It
 * gives organic edges that are the same on every machine.
 */
final class Noise {

    private static final int SIZE = 4096;

    private final double[] lattice = new double[SIZE];

    Noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < SIZE; i++) {
            lattice[i] = random.nextDouble();
        }
    }

    /** A value between −1 and 1, smooth in x and y, with details about one unit wide. */
    double at(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double u = fade(x - column);
        double v = fade(y - row);
        double south = mix(value(column, row), value(column + 1, row), u);
        double north = mix(value(column, row + 1), value(column + 1, row + 1), u);
        return mix(south, north, v) * 2 - 1;
    }

    /**
     * Noise around a circle: no seam where the turn closes. {@code turn} in radians, {@code detail} in lattice units.
     */
    double around(double turn, double detail, double shift) {
        return at(shift + detail * StrictMath.cos(turn), 3 * shift + detail * StrictMath.sin(turn));
    }

    private double value(int column, int row) {
        return lattice[Math.floorMod(column * 73 + row * 181, SIZE)];
    }

    private static double fade(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }
}
