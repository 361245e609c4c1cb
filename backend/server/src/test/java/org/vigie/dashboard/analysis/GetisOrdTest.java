package org.vigie.dashboard.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.geo.MetreGrid.Cell;

/** Gi* against a second telling, with every pair of cells and a matrix of weights. */
class GetisOrdTest {

    @Property(tries = 300)
    void equalsTheFormulaWrittenOutOverEveryPair(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 9) int wide,
            @ForAll @IntRange(min = 1, max = 9) int high) {
        List<Cell> ground = new ArrayList<>();
        Map<Cell, Integer> counts = new HashMap<>();
        for (int north = 0; north < high; north++) {
            for (int east = -3; east < wide - 3; east++) {
                Cell cell = new Cell(east, north);
                if (ground.isEmpty() || random.nextInt(5) > 0) {
                    ground.add(cell);
                }
                if (random.nextInt(3) > 0) {
                    counts.put(cell, random.nextInt(1_000));
                }
            }
        }

        Map<Cell, Double> scores = GetisOrd.scores(ground, counts);

        assertThat(scores.keySet()).containsExactlyElementsOf(ground);
        for (Cell cell : ground) {
            assertThat(scores.get(cell)).isCloseTo(naive(cell, ground, counts), within(1e-7));
        }
    }

    @Test
    void aHeapAmongEmptySquaresStandsOutAndSoDoItsNeighbours() {
        List<Cell> ground = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            ground.add(new Cell(i % 20, i / 20));
        }
        Map<Cell, Double> scores = GetisOrd.scores(ground, Map.of(new Cell(10, 10), 50));

        // (50 − 9·50/400) / (√(50²/400 − (50/400)²) · √((400·9 − 81)/399))
        assertThat(scores.get(new Cell(9, 11))).isCloseTo(6.5910, within(1e-3));
        assertThat(scores.get(new Cell(8, 10))).isNegative();
    }

    @Test
    void nothingStandsOutWhereAllIsAlike() {
        List<Cell> ground = List.of(new Cell(0, 0), new Cell(1, 0), new Cell(7, 7));
        assertThat(GetisOrd.scores(ground, Map.of()).values()).containsOnly(0.0);
        assertThat(GetisOrd.scores(List.of(new Cell(0, 0)), Map.of(new Cell(0, 0), 3))
                        .values())
                .containsOnly(0.0);
    }

    private static double naive(Cell cell, List<Cell> ground, Map<Cell, Integer> counts) {
        int n = ground.size();
        double mean = ground.stream()
                .mapToInt(each -> counts.getOrDefault(each, 0))
                .average()
                .orElseThrow();
        double variance = ground.stream()
                .mapToDouble(each -> Math.pow(counts.getOrDefault(each, 0) - mean, 2))
                .average()
                .orElseThrow();
        double sum = 0;
        double squares = 0;
        double local = 0;
        for (Cell other : ground) {
            int weight =
                    Math.max(Math.abs(other.east() - cell.east()), Math.abs(other.north() - cell.north())) <= 1 ? 1 : 0;
            sum += weight;
            squares += weight * weight;
            local += weight * counts.getOrDefault(other, 0);
        }
        double spread = Math.sqrt(variance) * Math.sqrt((n * squares - sum * sum) / (n - 1));
        return sum == n || variance == 0 ? 0 : (local - mean * sum) / spread;
    }
}
