package org.vigie.dashboard.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geo.MetreGrid;
import org.vigie.geo.MetreGrid.Cell;

/** Spreads places over the cells around them; see {@link Heat}. */
final class Kernel {

    private static final double SQUARE_METRES_A_SQUARE_KILOMETRE = 1e6;

    private final int sideMetres;
    private final int radiusMetres;
    private final Map<Cell, double[]> sums = new HashMap<>();

    Kernel(MetreGrid grid, int radiusMetres, List<Cell> ground) {
        this.sideMetres = grid.sideMetres();
        this.radiusMetres = radiusMetres;
        ground.forEach(cell -> sums.put(cell, new double[1]));
    }

    void add(double eastMetres, double northMetres) {
        for (int north = first(northMetres); middle(north) < northMetres + radiusMetres; north++) {
            for (int east = first(eastMetres); middle(east) < eastMetres + radiusMetres; east++) {
                double[] sum = sums.get(new Cell(east, north));
                if (sum != null) {
                    sum[0] += weight(middle(east) - eastMetres, middle(north) - northMetres);
                }
            }
        }
    }

    double perSquareKilometre(Cell cell) {
        double[] sum = sums.get(cell);
        return sum == null ? 0 : sum[0] * SQUARE_METRES_A_SQUARE_KILOMETRE;
    }

    private double weight(double east, double north) {
        double square = (double) radiusMetres * radiusMetres;
        double rest = 1 - (east * east + north * north) / square;
        return rest <= 0 ? 0 : 3 / (Math.PI * square) * rest * rest;
    }

    /** The first cell whose middle may be near enough. */
    private int first(double metres) {
        return (int) Math.floor((metres - radiusMetres) / sideMetres - 0.5);
    }

    private double middle(int place) {
        return (place + 0.5) * sideMetres;
    }
}
