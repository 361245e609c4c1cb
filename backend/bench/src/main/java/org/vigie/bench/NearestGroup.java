package org.vigie.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** K: the open requests nearest to a place. Our door shows five at most, within 50 m: what a resident is asked before they report. */
final class NearestGroup implements Group.Measurement {

    private static final String OURS = "ours";
    private static final String SQL = "pgbench, our SQL";

    @Override
    public List<Row> run(Bed bed) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Service ours = bed.service();
                NodePeer node = NodePeer.start(bed).orElse(null)) {
            List<Side> sides = new ArrayList<>();
            sides.add(Wrk.side(OURS, ours.base(), paths(bed.city())));
            sides.add(bed.city().pgbench().side(SQL, bed.city().asReader(), script()));
            if (node != null) {
                sides.add(node.nearest(bed.city().places(400)));
            }
            Map<String, Measured> told = bed.rounds().run(sides);
            rows.add(Row.ofRates(Goal.K1_PG, told.get(OURS), told.get(SQL)));
            rows.add(Optional.ofNullable(told.get(NodePeer.NAME))
                    .map(theirs -> Row.ofRates(Goal.K1_NODE, told.get(OURS), theirs))
                    .orElse(Row.absent(Goal.K1_NODE, NodePeer.ABSENT)));
        }
        return rows;
    }

    static List<String> paths(City city) {
        return city.places(400).stream()
                .map(place -> "/" + City.CODE + "/api/requests/nearby?" + place.query())
                .toList();
    }

    /** What our door asks for the cards; their photos it asks for besides. */
    static String script() {
        return "\\set k random(1, 400)\n"
                + select(
                        "(select st_setsrid(st_makepoint(p.longitude, p.latitude), 4326) as place from bench.place p where p.k = :k)")
                + ";\n";
    }

    static String select(String here) {
        return """
                select r.request_id, r.number, r.kind, r.state, r.category, r.category_name, r.glyph, r.domain, r.address, r.sector, r.sector_name, \
                r.service, st_x(r.geom) as longitude, st_y(r.geom) as latitude, r.received_at, r.changed_at, r.resolved_at, r.next_commitment, \
                r.next_starts_at, r.next_due_at, r.next_paused_at, \
                st_distance(r.geom::geography, here.place::geography) as metres \
                from %s here, map.request r where r.is_open \
                and r.location3857 && st_expand(st_transform(here.place, 3857), 50 / cos(radians(least(85, abs(st_y(here.place))))) * 1.01) \
                and st_dwithin(r.geom::geography, here.place::geography, 50) order by metres, r.request_id limit 5""".formatted(here);
    }
}
