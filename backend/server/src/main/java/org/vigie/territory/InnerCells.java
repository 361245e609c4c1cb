package org.vigie.territory;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.vigie.geo.IndexedPolygon;
import org.vigie.geo.Wgs84Point;

/**
 * A grid over the sectors that knows of most of its cells which one sector they lie wholly inside of, so that no polygon has to be asked.
 * Cells that an edge may touch, that several sectors share, or that lie in none are left to the polygons.
 */
final class InnerCells {

    private static final int ASK = -1;
    private static final int EDGE = -2;
    private static final int MOST_A_SIDE = 2_048;
    private static final int CELLS_A_SECTOR_SIDE = 24;

    /** Wider than any rounding of a cell's border: about 0.1 mm. */
    private static final double MARGIN_DEGREES = 1e-9;

    private final Envelope extent = new Envelope();
    private final int side;
    private final int[] owners;

    /** A sector as the grid wants it; its index is its place in the list. */
    record Ground(MultiPolygon shape, IndexedPolygon indexed) {}

    InnerCells(List<Ground> sectors) {
        sectors.forEach(sector -> extent.expandToInclude(sector.shape().getEnvelopeInternal()));
        side = (int) Math.clamp(Math.ceil(CELLS_A_SECTOR_SIDE * Math.sqrt(sectors.size())), 1, MOST_A_SIDE);
        owners = new int[extent.isNull() ? 0 : side * side];
        Arrays.fill(owners, ASK);
        sectors.forEach(sector -> {
            for (Object line : LinearComponentExtracter.getLines(sector.shape())) {
                Coordinate[] corners = ((LineString) line).getCoordinates();
                for (int i = 1; i < corners.length; i++) {
                    markEdge(corners[i - 1].x, corners[i - 1].y, corners[i].x, corners[i].y);
                }
            }
        });
        for (int i = 0; i < sectors.size(); i++) {
            fill(sectors.get(i), i);
        }
    }

    /** @return the index of the only sector there, or a negative number when the polygons must be asked */
    int ownerOf(Wgs84Point point) {
        double longitude = point.longitudeDegrees();
        double latitude = point.latitudeDegrees();
        if (owners.length == 0 || !extent.covers(longitude, latitude)) {
            return ASK;
        }
        return owners[row(latitude) * side + column(longitude)];
    }

    /** Halves an edge until the box around a part holds few cells, and marks those. */
    private void markEdge(double x1, double y1, double x2, double y2) {
        int west = column(Math.min(x1, x2) - MARGIN_DEGREES);
        int east = column(Math.max(x1, x2) + MARGIN_DEGREES);
        int south = row(Math.min(y1, y2) - MARGIN_DEGREES);
        int north = row(Math.max(y1, y2) + MARGIN_DEGREES);
        if (east - west > 1 && north - south > 1) {
            double x = (x1 + x2) / 2;
            double y = (y1 + y2) / 2;
            markEdge(x1, y1, x, y);
            markEdge(x, y, x2, y2);
            return;
        }
        for (int row = south; row <= north; row++) {
            Arrays.fill(owners, row * side + west, row * side + east + 1, EDGE);
        }
    }

    /** Cells side by side without an edge between them lie on the same side of it: one of them is asked for all. */
    private void fill(Ground sector, int index) {
        Envelope around = sector.shape().getEnvelopeInternal();
        int west = column(around.getMinX());
        int east = column(around.getMaxX());
        for (int row = row(around.getMinY()); row <= row(around.getMaxY()); row++) {
            boolean known = false;
            boolean inside = false;
            for (int column = west; column <= east; column++) {
                int cell = row * side + column;
                if (owners[cell] == EDGE) {
                    known = false;
                    continue;
                }
                inside = known ? inside : sector.indexed().locate(centre(column, row)) == Location.INTERIOR;
                known = true;
                if (inside) {
                    // Two sectors lie one over the other.
                    owners[cell] = owners[cell] == ASK ? index : EDGE;
                    known = owners[cell] != EDGE;
                }
            }
        }
    }

    private Wgs84Point centre(int column, int row) {
        return new Wgs84Point(
                extent.getMinX() + (column + 0.5) * extent.getWidth() / side,
                extent.getMinY() + (row + 0.5) * extent.getHeight() / side);
    }

    private int column(double longitude) {
        return step((longitude - extent.getMinX()) / extent.getWidth());
    }

    private int row(double latitude) {
        return step((latitude - extent.getMinY()) / extent.getHeight());
    }

    private int step(double part) {
        return (int) Math.clamp(Math.floor(part * side), 0, side - 1);
    }
}
