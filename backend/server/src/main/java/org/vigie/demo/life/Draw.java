package org.vigie.demo.life;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Drawing lots. */
final class Draw {

    private final double[] upTo;

    /** Lots of these weights, none negative. */
    Draw(double... weights) {
        upTo = weights.clone();
        Arrays.parallelPrefix(upTo, Double::sum);
    }

    /** The index of a lot, as often as its weight says. */
    int next(SplittableRandom random) {
        double wanted = random.nextDouble() * upTo[upTo.length - 1];
        int found = Arrays.binarySearch(upTo, wanted);
        // Exactly on an edge the lot after it is meant: the one before ended there.
        int index = found >= 0 ? found + 1 : -found - 1;
        return Math.min(index, upTo.length - 1);
    }

    static <T> T from(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    static boolean once(double share, SplittableRandom random) {
        return random.nextDouble() < share;
    }

    /** About {@code middle}, half of them between 0.7 and 1.4 times as much at a spread of 0.5. */
    static double about(double middle, double spread, SplittableRandom random) {
        return middle * StrictMath.exp(spread * random.nextGaussian());
    }
}
