package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A place for something the town owns.
 *
 * @param name of the thing or, failing that, of the street or park it stands in
 * @param at metres
 */
record Spot(String name, Coordinate at) {

    /** At most {@code count} of the list, evenly picked from start to end. */
    static <T> List<T> evenly(List<T> all, int count) {
        if (all.size() <= count) {
            return all;
        }
        List<T> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(all.get((int) ((long) i * all.size() / count)));
        }
        return chosen;
    }
}
