package org.vigie.dashboard.analysis;

import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import org.vigie.geo.MetreGrid;
import org.vigie.geo.MetreGrid.Cell;

/** Spreads places over the cells of a ground around them, of which it is asked; see {@link Heat}. */
final class Kernel {

    private static final double SQUARE_METRES_A_SQUARE_KILOMETRE = 1e6;

    private final int sideMetres;
    private final int radiusMetres;
    private final int west;
    private final int south;
    private final int columns;
    private final int rows;
    /** Of the box of the ground, row by row from the south; what lies beside the ground is asked for by nobody. */
    private final double[] sums;

    private final Map<Cell, Integer> counts = new HashMap<>();

    Kernel(MetreGrid grid, int radiusMetres, List<Cell> ground) {
        this.sideMetres = grid.sideMetres();
        this.radiusMetres = radiusMetres;
        IntSummaryStatistics east = ground.stream().mapToInt(Cell::east).summaryStatistics();
        IntSummaryStatistics north = ground.stream().mapToInt(Cell::north).summaryStatistics();
        this.west = east.getMin();
        this.south = north.getMin();
        this.columns = ground.isEmpty() ? 0 : east.getMax() - west + 1;
        this.rows = ground.isEmpty() ? 0 : north.getMax() - south + 1;
        this.sums = new double[columns * rows];
    }

    void add(double eastMetres, double northMetres) {
        counts.merge(new Cell(place(eastMetres), place(northMetres)), 1, Integer::sum);
        int lastNorth = Math.min(south + rows - 1, last(northMetres));
        int lastEast = Math.min(west + columns - 1, last(eastMetres));
        for (int north = Math.max(south, first(northMetres)); north <= lastNorth; north++) {
            for (int east = Math.max(west, first(eastMetres)); east <= lastEast; east++) {
                sums[(north - south) * columns + east - west] +=
                        weight(middle(east) - eastMetres, middle(north) - northMetres);
            }
        }
    }

    double perSquareKilometre(Cell cell) {
        return sums[(cell.north() - south) * columns + cell.east() - west] * SQUARE_METRES_A_SQUARE_KILOMETRE;
    }

    /** How many were added of each cell, also beyond the ground. */
    Map<Cell, Integer> counts() {
        return counts;
    }

    private int place(double metres) {
        return (int) Math.floor(metres / sideMetres);
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

    /** The last one. */
    private int last(double metres) {
        return (int) Math.ceil((metres + radiusMetres) / sideMetres - 0.5);
    }

    private double middle(int place) {
        return (place + 0.5) * sideMetres;
    }
}
