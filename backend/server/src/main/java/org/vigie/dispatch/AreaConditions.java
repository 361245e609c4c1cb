package org.vigie.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geo.Ewkb;
import org.vigie.map.RequestArea;

/** The part of the queue's filter that asks where requests lie. Open ones have an index of places of their own. */
final class AreaConditions {

    private AreaConditions() {}

    static void add(DeskFilter filter, List<String> conditions, Map<String, Object> values) {
        RequestArea within = filter.within();
        Optional<Polygon> ground = within.polygon();
        if (ground.isEmpty() && within.circle().isEmpty()) {
            return;
        }
        boolean settledToo = filter.states().stream().anyMatch(state -> !state.isOpen());
        conditions.add("r.request_id in (select request.find_within("
                + (ground.isPresent() ? "st_geomfromewkb(:ground)" : "null") + ", "
                + (within.circle().isPresent() ? "st_geomfromewkb(:centre), :metres" : "null, null") + ", "
                + settledToo + "))");
        ground.ifPresent(shape -> values.put("ground", Ewkb.write(shape)));
        within.circle().ifPresent(circle -> {
            values.put("centre", Ewkb.write(circle.centre()));
            values.put("metres", circle.metres());
        });
    }
}
