package org.vigie.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final List<String> turns = new ArrayList<>();
    private final Deque<Double> others = new ArrayDeque<>();

    @Test
    void sidesTakeTurnsAndTheFirstOnceMore() throws Exception {
        rounds(2).run(List.of(side("A", 1), side("B", 1)));
        // The first two are the warm-up.
        assertThat(turns).containsExactly("A", "B", "A", "B", "A", "B", "A");
    }

    @Test
    void aNoisyTurnIsTakenAgainAndDoesNotCount() throws Exception {
        others.addAll(List.of(0.5, 0.0, 0.0, 0.0));
        Map<String, Measured> measured = rounds(1).run(List.of(side("A", 9, 1000, 10, 20), side("B", 9, 5)));
        assertThat(turns).containsExactly("A", "B", "A", "A", "B", "A");
        assertThat(measured.get("A").quiet()).hasSize(2);
        assertThat(measured.get("A").perSecond()).isEqualTo(15);
        assertThat(measured.get("A").isNoisy()).isFalse();
    }

    @Test
    void whoeverIsNeverLeftAloneEndsAllTheSameAndIsMarked() throws Exception {
        for (int i = 0; i < 100; i++) {
            others.add(0.16);
        }
        Map<String, Measured> measured = rounds(1).run(List.of(side("A", 1), side("B", 1)));
        assertThat(turns).hasSize(2 + 3 * 3);
        assertThat(measured.get("A").isNoisy()).isTrue();
        assertThat(measured.get("A").perSecond()).isEqualTo(1);
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfBothInTheMiddle() {
        assertThat(Measured.median(5, 1, 3)).isEqualTo(3);
        assertThat(Measured.median(4, 1, 3, 100)).isEqualTo(3.5);
        assertThat(Measured.median()).isNaN();
    }

    private Rounds rounds(int rounds) {
        return new Rounds(
                new Rounds.Neighbours() {
                    @Override
                    public void begin() {}

                    @Override
                    public double share() {
                        return others.isEmpty() ? 0 : others.poll();
                    }
                },
                rounds,
                Duration.ofSeconds(1),
                Rounds.ATTEMPTS);
    }

    /** The last rate is repeated. */
    private Side side(String name, double... rates) {
        Deque<Double> left = new ArrayDeque<>();
        for (double rate : rates) {
            left.add(rate);
        }
        return Side.of(name, length -> {
            turns.add(name);
            return new Sample(left.size() > 1 ? left.poll() : left.peek(), 1, 1, 0, 0);
        });
    }
}
