package org.vigie.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** K: the twenty open requests nearest to a place, within five kilometres. */
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
                .map(place -> "/" + City.CODE + "/api/requests/nearest?" + place.query())
                .toList();
    }

    /** What our door asks. */
    static String script() {
        return "\\set k random(1, 400)\n" + select("p.longitude", "p.latitude")
                + " from bench.place p where p.k = :k;\n";
    }

    /** One row, whose body is the answer. */
    static String select(String longitude, String latitude) {
        return "select map.request_nearest(%s, %s, 20, 5000) as body".formatted(longitude, latitude);
    }
}
