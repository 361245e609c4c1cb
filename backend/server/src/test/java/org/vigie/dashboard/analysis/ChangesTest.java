package org.vigie.dashboard.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.dashboard.analysis.Changes.Pair;
import org.vigie.dashboard.analysis.Comparison.Change;
import org.vigie.dashboard.analysis.Comparison.Verdict;

/** What is called a change, and what is not. */
class ChangesTest {

    @Test
    void aPeriodOfTwiceTheLengthMayHaveTwiceAsMany() {
        assertThat(verdicts(List.of(new Pair(50, 100)), 2.0 / 3)).containsExactly(Verdict.CHANCE);
        assertThat(verdicts(List.of(new Pair(50, 100)), 1.0 / 2)).containsExactly(Verdict.MORE);
        assertThat(verdicts(List.of(new Pair(100, 100)), 2.0 / 3)).containsExactly(Verdict.LESS);
    }

    @Test
    void whatStandsOutAloneMayBeChanceAmongMany() {
        Pair odd = new Pair(1, 9);
        assertThat(verdicts(List.of(odd), 0.5)).containsExactly(Verdict.MORE);
        List<Pair> many = new ArrayList<>(List.of(odd));
        for (int i = 0; i < 200; i++) {
            many.add(new Pair(5, 5));
        }
        assertThat(verdicts(many, 0.5)).containsOnly(Verdict.CHANCE);
    }

    @Test
    void whereThereWasNeverAnythingNothingIsTested() {
        List<Pair> pairs = new ArrayList<>(List.of(new Pair(1, 9)));
        for (int i = 0; i < 200; i++) {
            pairs.add(new Pair(0, 0));
        }
        assertThat(verdicts(pairs, 0.5)).startsWith(Verdict.MORE, Verdict.CHANCE);
    }

    private static List<Verdict> verdicts(List<Pair> pairs, double shareAfter) {
        return Changes.of(pairs, shareAfter).stream().map(Change::verdict).toList();
    }
}
