package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Uniform Catmull-Rom curves (Catmull and Rom, 1974): they pass through every point they are given. */
final class Spline {

    private final Polyline control;
    private final boolean closed;

    private Spline(Polyline control, boolean closed) {
        this.control = control;
        this.closed = closed;
    }

    /** An open curve through {@code x y, x y…} with a vertex about every {@code step} metres. */
    static Polyline open(double step, String sketched) {
        return open(step, Polyline.read(sketched));
    }

    static Polyline open(double step, Polyline control) {
        return new Spline(control, false).sample(step);
    }

    /** A closed curve; the first control point is not repeated in {@code control} and is repeated in the result. */
    static Polyline closed(double step, Polyline control) {
        return new Spline(control, true).sample(step);
    }

    private Polyline sample(double step) {
        List<Coordinate> out = new ArrayList<>();
        int spans = closed ? control.size() : control.size() - 1;
        for (int span = 0; span < spans; span++) {
            int pieces = Math.max(2, (int) Math.round(point(span).distance(point(span + 1)) / step));
            for (int piece = 0; piece < pieces; piece++) {
                out.add(on(span, (double) piece / pieces));
            }
        }
        out.add(closed ? out.getFirst() : control.last());
        return new Polyline(out);
    }

    private Coordinate on(int span, double t) {
        Coordinate a = point(span - 1);
        Coordinate b = point(span);
        Coordinate c = point(span + 1);
        Coordinate d = point(span + 2);
        double before = 0.5 * (-t + 2 * t * t - t * t * t);
        double from = 0.5 * (2 - 5 * t * t + 3 * t * t * t);
        double to = 0.5 * (t + 4 * t * t - 3 * t * t * t);
        double after = 0.5 * (-t * t + t * t * t);
        return new Coordinate(
                a.x * before + b.x * from + c.x * to + d.x * after, a.y * before + b.y * from + c.y * to + d.y * after);
    }

    private Coordinate point(int index) {
        int size = control.size();
        return control.at(closed ? Math.floorMod(index, size) : Math.clamp(index, 0, size - 1));
    }
}
