package org.vigie.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** F: pages of 500 features as GeoJSON by OGC API Features, beside the rows alone and other servers' pages. */
final class FeatureGroup implements Group.Measurement {

    private static final String OURS = "ours";
    private static final String ROWS = "pgbench, rows";
    private static final Pattern NEXT = Pattern.compile("\"rel\"\\s*:\\s*\"next\"");
    private static final Pattern LINK = Pattern.compile("\"href\"\\s*:\\s*\"http://[^/]+([^\"]*)\"");
    private static final int PAGES = 1000;
    private static final int TIMES = 200;

    @Override
    public List<Row> run(Bed bed) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Service ours = bed.service();
                MapServer mapserver = MapServer.start(bed).orElse(null);
                QgisServer qgis = QgisServer.start(bed).orElse(null);
                NodePeer node = NodePeer.start(bed).orElse(null);
                Nginx nginx = Nginx.start(bed, MapServer.location() + QgisServer.location())
                        .orElse(null)) {
            City city = bed.city();
            List<Side> sides = new ArrayList<>();
            sides.add(Wrk.side(
                    OURS,
                    ours.base(),
                    boxes(city, "/" + City.CODE + "/ogc/collections/request/items?f=json&limit=500&bbox=")));
            sides.add(city.pgbench().side(ROWS, city.asReaderOfPlots(), scripts(city)));
            if (mapserver != null) {
                sides.add(MapServer.features(nginx, city));
            }
            if (qgis != null) {
                sides.add(QgisServer.features(nginx, city));
            }
            if (node != null) {
                sides.add(node.features(boxes(city, "/features?bbox=")));
            }
            Map<String, Measured> told = bed.rounds().run(sides);
            rows.add(Row.ofRates(Goal.F1, told.get(OURS), told.get(ROWS)));
            rows.add(beside(Goal.F2_MAPSERVER, told, MapServer.NAME, MapServer.ABSENT));
            rows.add(beside(Goal.F2_QGIS, told, QgisServer.NAME, QgisServer.ABSENT));
            rows.add(beside(Goal.F2_NODE, told, NodePeer.NAME, NodePeer.ABSENT));
            try {
                rows.add(pages(bed, ours));
            } catch (IOException | IllegalStateException e) {
                rows.add(Row.broken(Goal.F3, e.toString()));
            }
        }
        return rows;
    }

    private static Row beside(Goal goal, Map<String, Measured> told, String peer, String absent) {
        return told.containsKey(peer) ? Row.ofRates(goal, told.get(OURS), told.get(peer)) : Row.absent(goal, absent);
    }

    static List<String> boxes(City city, String before) {
        return city.places(400).stream()
                .map(place -> before
                        + Arrays.stream(place.box())
                                .mapToObj("%.6f"::formatted)
                                .reduce((a, b) -> a + "," + b)
                                .orElseThrow())
                .toList();
    }

    private static final String COLUMNS =
            "l.number, l.kind, l.state, l.is_open, l.category, l.category_name, l.domain, l.domain_name, l.description,"
                    + " l.address, l.sector, l.sector_name, l.service, l.channel, l.received_at, l.changed_at, l.resolved_at, l.settled_at,"
                    + " l.next_commitment, l.next_starts_at, l.next_due_at";
    /** A page of ids plot by plot, as our door reads it; {@code b.box} is the box and {@code p} its plots, ascending. */
    private static final String FOUND =
            """
            select p.place, f.request_id from (%1$s) b, unnest(array(
                select c << 18 | r from (%1$s) b, generate_series(cells.plot(st_transform(st_pointn(st_exteriorring(b.box), 1), 3857)) >> 18,
                    cells.plot(st_transform(st_pointn(st_exteriorring(b.box), 3), 3857)) >> 18) c,
                generate_series(cells.plot(st_transform(st_pointn(st_exteriorring(b.box), 3), 3857)) & 262143,
                    cells.plot(st_transform(st_pointn(st_exteriorring(b.box), 1), 3857)) & 262143) r order by 1)) with ordinality p (plot, place),
            lateral (select l.request_id from map.request l where l.plot = p.plot and l.location3857 && st_transform(b.box, 3857)
                and st_intersects(l.geom, b.box) order by l.request_id limit %2$d) f order by p.place, f.request_id limit %2$d
            """;

    private static String found(String box, int most) {
        return FOUND.formatted(box, most).replaceAll("\\s+", " ").strip();
    }

    /** What our door asks of the published view. */
    private static List<String> scripts(City city) {
        return city.places(120).stream()
                .map(place -> "select l.request_id, " + COLUMNS + ", st_asewkb(l.geom) from ("
                        + found(
                                "select st_makeenvelope(%.6f, %.6f, %.6f, %.6f, 4326) as box"
                                        .formatted(Arrays.stream(place.box()).boxed().toArray()),
                                501)
                        + ") k join map.request l on l.request_id = k.request_id order by k.place, k.request_id;\n")
                .toList();
    }

    /** The same page as one text of GeoJSON, for servers that leave it to SQL. */
    static String json() {
        return "select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(json_build_object('type', 'Feature', 'id',"
                + " f.request_id, 'geometry', st_asgeojson(f.geom)::json, 'properties', to_json(f)::jsonb - 'geom')), '[]'))::text as page from"
                + " (select l.request_id, l.geom, " + COLUMNS
                + " from (" + found("select st_makeenvelope($1, $2, $3, $4, 4326) as box", 500)
                + ") k join map.request l on l.request_id = k.request_id order by k.place, k.request_id) f";
    }

    /** Page after page by the link to the next one; then the first and the last in turns. */
    private static Row pages(Bed bed, Service ours) throws Exception {
        String first = "/" + City.CODE + "/ogc/collections/request/items?f=json&limit=50";
        try (KeptConnection connection = new KeptConnection(ours.base())) {
            String page = first;
            for (int i = 1; i < PAGES; i++) {
                page = next(connection.get(page));
            }
            // The first page counts all that there are; the second is the first that is read by key.
            String second = next(connection.get(first));
            long[][] nanos = new long[2][TIMES];
            bed.neighbours().begin();
            for (int i = 0; i < 2 * TIMES; i++) {
                long before = System.nanoTime();
                if (connection.get(i % 2 == 0 ? second : page).status() != 200) {
                    return Row.broken(Goal.F3, "a page was not answered");
                }
                nanos[i % 2][i / 2] = System.nanoTime() - before;
            }
            boolean quiet = bed.neighbours().share() <= Rounds.MOST_FOREIGN;
            Arrays.sort(nanos[0]);
            Arrays.sort(nanos[1]);
            double early = Clients.percentile(nanos[0], 0.99) / 1e6;
            double late = Clients.percentile(nanos[1], 0.99) / 1e6;
            return Row.measured(
                    Goal.F3,
                    late / early,
                    quiet,
                    "page 2 p99 %s ms, page %d p99 %s ms".formatted(Row.number(early), PAGES, Row.number(late)));
        }
    }

    private static String next(KeptConnection.Answer answer) {
        String text = answer.text();
        Matcher rel = NEXT.matcher(text);
        if (answer.status() != 200 || !rel.find()) {
            throw new IllegalStateException(
                    answer.status() + ": no next page: " + text.substring(0, Math.min(400, text.length())));
        }
        int begin = text.lastIndexOf('{', rel.start());
        Matcher href = LINK.matcher(text.substring(begin, text.indexOf('}', rel.start())));
        if (!href.find()) {
            throw new IllegalStateException(text.substring(begin, rel.end()));
        }
        return href.group(1).replace("\\u0026", "&");
    }
}
