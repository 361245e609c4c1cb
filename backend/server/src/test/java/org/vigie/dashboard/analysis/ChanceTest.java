package org.vigie.dashboard.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Probabilities against tables and exact fractions. */
class ChanceTest {

    @Test
    void theNormalDistributionIsThatOfTheTables() {
        assertThat(Chance.twoSidedNormal(0)).isEqualTo(1);
        assertThat(Chance.twoSidedNormal(1)).isCloseTo(0.31731050786291415, within(1e-14));
        assertThat(Chance.twoSidedNormal(-1.959963984540054)).isCloseTo(0.05, within(1e-14));
        assertThat(Chance.twoSidedNormal(5) / 5.733031437583869e-7).isCloseTo(1, within(1e-9));
        assertThat(Chance.twoSidedNormal(10) / 1.523970604832105e-23).isCloseTo(1, within(1e-9));
    }

    @Property(tries = 300)
    void theTestOfTwoRatesIsExact(
            @ForAll @IntRange(max = 40) int before,
            @ForAll @IntRange(max = 40) int after,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        BigDecimal atMost = BigDecimal.ZERO;
        BigDecimal atLeast = BigDecimal.ZERO;
        int n = before + after;
        for (int k = 0; k <= n; k++) {
            BigDecimal term = new BigDecimal(choose(n, k)
                            .multiply(BigInteger.valueOf(percent).pow(k))
                            .multiply(BigInteger.valueOf(100 - percent).pow(n - k)))
                    .divide(new BigDecimal(BigInteger.valueOf(100).pow(n)), MathContext.DECIMAL128);
            atMost = k <= after ? atMost.add(term) : atMost;
            atLeast = k >= after ? atLeast.add(term) : atLeast;
        }
        double expected = Math.min(1, 2 * atMost.min(atLeast).doubleValue());

        assertThat(Chance.sameRate(before, after, percent / 100.0) / expected).isCloseTo(1, within(1e-9));
    }

    @Test
    void aHundredThousandAreCountedAsWell() {
        assertThat(Chance.sameRate(50_000, 50_000, 0.5)).isCloseTo(1, within(1e-9));
        assertThat(Chance.sameRate(49_000, 51_000, 0.5)).isBetween(1e-11, 1e-9);
        assertThat(Chance.sameRate(0, 0, 0.5)).isEqualTo(1);
    }

    @Property(tries = 300)
    void theThresholdIsThatOfTheDefinition(@ForAll @Size(max = 40) double @DoubleRange(max = 0.2) [] probabilities) {
        double[] sorted = probabilities.clone();
        Arrays.sort(sorted);
        double expected = -1;
        for (int rank = 1; rank <= sorted.length; rank++) {
            expected = sorted[rank - 1] <= 0.05 * rank / sorted.length ? sorted[rank - 1] : expected;
        }
        assertThat(Chance.threshold(probabilities)).isEqualTo(expected);
    }

    private static BigInteger choose(int n, int k) {
        BigInteger ways = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }
}
