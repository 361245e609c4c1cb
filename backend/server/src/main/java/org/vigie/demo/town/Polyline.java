package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geo.Geometries;

/**
 * A line in the drawing plane.
 *
 * @param points positions in metres, usually two or more; a closed line repeats its first position
 */
record Polyline(List<Coordinate> points) {

    Polyline {
        points = List.copyOf(points);
    }

    /** Reads {@code x y, x y…} in metres. */
    static Polyline read(String text) {
        return new Polyline(
                Arrays.stream(text.split(",", -1)).map(Polyline::place).toList());
    }

    private static Coordinate place(String text) {
        String[] xy = text.strip().split(" ", 2);
        return new Coordinate(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]));
    }

    int size() {
        return points.size();
    }

    Coordinate at(int index) {
        return points.get(index);
    }

    Coordinate first() {
        return points.getFirst();
    }

    Coordinate last() {
        return points.getLast();
    }

    /** Unit vector along the line at a vertex, averaged over the segments that meet there. */
    Coordinate heading(int index) {
        return unit(at(Math.max(0, index - 1)), at(Math.min(size() - 1, index + 1)));
    }

    /** Metres from start to end. */
    double length() {
        double sum = 0;
        for (int i = 1; i < size(); i++) {
            sum += at(i - 1).distance(at(i));
        }
        return sum;
    }

    /** Places every {@code step} metres, the first at {@code start} metres. */
    List<Station> stations(double start, double step) {
        List<Station> stations = new ArrayList<>();
        double walked = 0;
        double next = start;
        for (int i = 1; i < size(); i++) {
            double segment = at(i - 1).distance(at(i));
            while (next <= walked + segment && segment > 0) {
                stations.add(station(i, (next - walked) / segment, next));
                next += step;
            }
            walked += segment;
        }
        return stations;
    }

    private Station station(int index, double share, double distance) {
        Coordinate a = at(index - 1);
        Coordinate b = at(index);
        return new Station(between(a, b, share), unit(a, b), distance);
    }

    /** The part between two shares of the vertices, 0 being the first and 1 the last. */
    Polyline part(double from, double to) {
        int start = (int) Math.floor(from * (size() - 1));
        int end = (int) Math.ceil(to * (size() - 1));
        return new Polyline(points.subList(start, end + 1));
    }

    /** This line, then the other. */
    Polyline then(Polyline next) {
        List<Coordinate> all = new ArrayList<>(points);
        all.addAll(next.points.subList(last().equals2D(next.first()) ? 1 : 0, next.size()));
        return new Polyline(all);
    }

    Coordinate nearestVertexTo(Coordinate place) {
        Coordinate best = first();
        for (Coordinate point : points) {
            if (point.distance(place) < best.distance(place)) {
                best = point;
            }
        }
        return best;
    }

    LineString line() {
        return Geometries.FACTORY.createLineString(points.toArray(Coordinate[]::new));
    }

    /** The ground inside a closed line. */
    Polygon area() {
        return Geometries.FACTORY.createPolygon(points.toArray(Coordinate[]::new));
    }

    static Coordinate between(Coordinate a, Coordinate b, double share) {
        return new Coordinate(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
    }

    static Coordinate unit(Coordinate from, Coordinate to) {
        double length = Math.max(from.distance(to), 1e-9);
        return new Coordinate((to.x - from.x) / length, (to.y - from.y) / length);
    }
}
