package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;

/** The ribbon of water around the centre line of a stream, as wide at each vertex as it is told to be. */
final class RiverBank {

    private RiverBank() {}

    /** {@code width} gives the metres from bank to bank at a position. */
    static Geometry around(Polyline stream, ToDoubleFunction<Coordinate> width) {
        List<Coordinate> banks = new ArrayList<>();
        for (int i = 0; i < stream.size(); i++) {
            banks.add(bank(stream, i, width.applyAsDouble(stream.at(i)) / 2));
        }
        for (int i = stream.size() - 1; i >= 0; i--) {
            banks.add(bank(stream, i, -width.applyAsDouble(stream.at(i)) / 2));
        }
        banks.add(banks.getFirst());
        // A ribbon may cross itself inside a tight bend.
        return GeometryFixer.fix(new Polyline(banks).area());
    }

    private static Coordinate bank(Polyline stream, int index, double offset) {
        return new Station(stream.at(index), stream.heading(index), 0).beside(offset);
    }
}
