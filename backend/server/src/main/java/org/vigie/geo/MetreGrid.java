package org.vigie.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Squares of equal side on the plane of a projection, counted from its origin, as PostGIS's {@code ST_SquareGrid} counts them: whoever
 * knows the code and the side finds the same cells again.
 *
 * @param epsgCode of a projection in metres
 */
public record MetreGrid(int epsgCode, int sideMetres) {

    private static final int UTM_NORTH = 32_600;
    private static final int UTM_SOUTH = 32_700;
    private static final int ZONES = 60;
    private static final double ZONE_DEGREES = 6;
    private static final double HALF_CIRCLE_DEGREES = 180;

    /** One square, by its place east and north of the origin: its south-west corner lies that many sides away. */
    public record Cell(int east, int north) {}

    /** On the UTM zone of the middle of that ground: lengths differ from those on the ellipsoid by a thousandth at most within the zone. */
    public static MetreGrid over(Geometry ground, int sideMetres) {
        Coordinate middle = ground.getEnvelopeInternal().centre();
        int zone = (int) Math.floor((middle.x + HALF_CIRCLE_DEGREES) / ZONE_DEGREES) + 1;
        return new MetreGrid((middle.y < 0 ? UTM_SOUTH : UTM_NORTH) + Math.min(zone, ZONES), sideMetres);
    }

    /** How many squares the box around that ground has, without making them. */
    public long boxedCells(Geometry ground) {
        Envelope box = Crs.fromWgs84(ground, epsgCode).getEnvelopeInternal();
        return (place(box.getMaxX()) - place(box.getMinX()) + 1L) * (place(box.getMaxY()) - place(box.getMinY()) + 1L);
    }

    /** Every square that has a point in common with that ground, from south to north and west to east. */
    public List<Cell> covering(Geometry ground) {
        Geometry plane = Crs.fromWgs84(ground, epsgCode);
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(plane);
        Envelope box = plane.getEnvelopeInternal();
        List<Cell> cells = new ArrayList<>();
        for (int north = place(box.getMinY()); north <= place(box.getMaxY()); north++) {
            for (int east = place(box.getMinX()); east <= place(box.getMaxX()); east++) {
                if (prepared.intersects(square(new Cell(east, north)))) {
                    cells.add(new Cell(east, north));
                }
            }
        }
        return cells;
    }

    /** The square in EPSG:4326; its sides run from corner to corner. */
    public Polygon inWgs84(Cell cell) {
        return (Polygon) Crs.toWgs84(square(cell), epsgCode);
    }

    /** The middle of the square in EPSG:4326. */
    public Wgs84Point middle(Cell cell) {
        return Wgs84Point.of((Point) Crs.toWgs84(
                Geometries.point(eastingMetres(cell) + sideMetres / 2.0, northingMetres(cell) + sideMetres / 2.0),
                epsgCode));
    }

    /** Of the south-west corner. */
    public long eastingMetres(Cell cell) {
        return (long) cell.east() * sideMetres;
    }

    /** Of the south-west corner. */
    public long northingMetres(Cell cell) {
        return (long) cell.north() * sideMetres;
    }

    private int place(double metres) {
        return (int) Math.floor(metres / sideMetres);
    }

    private Geometry square(Cell cell) {
        long east = eastingMetres(cell);
        long north = northingMetres(cell);
        return Geometries.FACTORY.createPolygon(new Coordinate[] {
            new Coordinate(east, north),
            new Coordinate(east + sideMetres, north),
            new Coordinate(east + sideMetres, north + sideMetres),
            new Coordinate(east, north + sideMetres),
            new Coordinate(east, north)
        });
    }
}
