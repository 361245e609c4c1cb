package org.vigie.dashboard.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.geo.MetreGrid.Cell;

/**
 * Getis-Ord Gi* (Ord and Getis, 1995) with weights of one: how far the sum over a square and those around it that belong to the ground lies
 * from what the mean of all squares leads to expect, in standard deviations.
 */
final class GetisOrd {

    private static final int REACH = 1;

    private GetisOrd() {}

    /**
     * The score of each cell; 0 where all cells are alike or every cell is a neighbour, since nothing can stand out then.
     *
     * @param counts of cells without any may be absent; those outside of the ground are not read
     */
    static Map<Cell, Double> scores(Collection<Cell> ground, Map<Cell, Integer> counts) {
        Map<Cell, Integer> known = new HashMap<>();
        double sum = 0;
        double squares = 0;
        for (Cell cell : ground) {
            int count = counts.getOrDefault(cell, 0);
            known.put(cell, count);
            sum += count;
            squares += (double) count * count;
        }
        int n = known.size();
        double mean = sum / n;
        double deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
        Map<Cell, Double> scores = new LinkedHashMap<>();
        ground.forEach(cell -> scores.put(cell, score(cell, known, mean, deviation)));
        return scores;
    }

    private static double score(Cell cell, Map<Cell, Integer> known, double mean, double deviation) {
        int weights = 0;
        long local = 0;
        for (int north = -REACH; north <= REACH; north++) {
            for (int east = -REACH; east <= REACH; east++) {
                Integer count = known.get(new Cell(cell.east() + east, cell.north() + north));
                if (count != null) {
                    weights++;
                    local += count;
                }
            }
        }
        int n = known.size();
        if (deviation == 0 || weights == n) {
            return 0;
        }
        // with weights of one, their sum and the sum of their squares are the same
        double spread = deviation * Math.sqrt(((double) n * weights - (double) weights * weights) / (n - 1));
        return (local - mean * weights) / spread;
    }
}
