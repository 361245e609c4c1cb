package org.vigie.dashboard.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How likely something is by chance alone. */
public final class Chance {

    /** Of what is called more than chance, the share that may be chance after all. */
    public static final double FALSE_DISCOVERIES = 0.05;

    private static final double SERIES_UP_TO = 3;
    private static final double NEGLIGIBLE = 1e-17;
    private static final int FRACTION_DEPTH = 60;
    /** Sums of the same numbers in another order must not come out on the other side of a tie. */
    private static final double TIE = 1e-9;

    private Chance() {}

    /** The probability of a standard normal value at least that far from zero, on either side. */
    public static double twoSidedNormal(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        return x < SERIES_UP_TO ? 1 - errorFunction(x) : complementFar(x);
    }

    /**
     * The exact conditional test of two Poisson rates (Przyborowski and Wilenski, 1940): of {@code before + after} events, each fell into
     * the second period with the probability that is its share of the time, if the rate did not change. Twice the smaller tail, at most 1.
     *
     * @param shareAfter of the time of both periods together, between 0 and 1
     */
    public static double sameRate(int before, int after, double shareAfter) {
        int n = before + after;
        double atMost = 0;
        double atLeast = 0;
        double logOdds = Math.log(shareAfter) - Math.log1p(-shareAfter);
        double logTerm = n * Math.log1p(-shareAfter);
        for (int k = 0; k <= n; k++) {
            double term = Math.exp(logTerm);
            atMost += k <= after ? term : 0;
            atLeast += k >= after ? term : 0;
            logTerm += Math.log(n - k) - Math.log(k + 1.0) + logOdds;
        }
        return Math.min(1, 2 * Math.min(atMost, atLeast));
    }

    /**
     * The largest probability that is still called more than chance, so that the false discovery rate of all tests together stays within
     * {@link #FALSE_DISCOVERIES} (Benjamini and Hochberg, 1995); negative when none is.
     */
    public static double threshold(double[] probabilities) {
        double[] sorted = probabilities.clone();
        Arrays.sort(sorted);
        return IntStream.range(0, sorted.length)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .filter(rank -> sorted[rank] <= FALSE_DISCOVERIES * (rank + 1) / sorted.length * (1 + TIE))
                .findFirst()
                .map(rank -> sorted[rank])
                .orElse(-1.0);
    }

    /** By its power series, every term of one sign: x e^(−x²) Σ (2x²)^k / (1·3·…·(2k+1)). */
    private static double errorFunction(double x) {
        double term = x;
        double sum = x;
        for (int k = 1; term > NEGLIGIBLE * sum; k++) {
            term *= 2 * x * x / (2 * k + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }

    /** By its continued fraction (Laplace), from the inside out. */
    private static double complementFar(double x) {
        double fraction = x;
        for (int k = FRACTION_DEPTH; k >= 1; k--) {
            fraction = x + k / 2.0 / fraction;
        }
        return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
    }
}
