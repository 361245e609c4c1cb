package org.vigie.map;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.vigie.Vigie;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.geo.TileAddress;
import org.vigie.map.cells.Cells;
import org.vigie.testing.FreshDatabase;
import org.vigie.testing.PrivatePostgis;
import org.vigie.testing.TestJurisdictions;

/**
 * Tiles of a million requests, or as many as {@code -Drequests} says: what the default map costs uncached beside all points of the same tile
 * by ST_AsMVT, in turns (T5); how large it is (T7); what the filters cost; how long after a change is committed its tile has another tag (T8).
 */
public final class TileMeasure {

    private static final int REQUESTS = Integer.getInteger("requests", 1_000_000);
    private static final int ROUNDS = 5;
    private static final int CHANGES = 200;

    private static final String RAW = """
            select st_asmvt(t, 'incident', 4096, 'g') from (
                select request_id::text as id, category_id::text as category, state, st_asmvtgeom(location3857, b.e, 4096, 64, true) as g
                from request.request, (select st_tileenvelope(%1$d, %2$d, %3$d) as e) b
                where location3857 && b.e
                  and (state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
                    or state not in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED'))) t
            """;

    private final ConfigurableApplicationContext service;
    private final Jurisdiction town;
    private final Connection raw;
    private final Connection reader;

    private TileMeasure(ConfigurableApplicationContext service, Jurisdiction town, Connection raw, Connection reader) {
        this.service = service;
        this.town = town;
        this.raw = raw;
        this.reader = reader;
    }

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(
                        Vigie.class, TestJurisdictions.class, PublishedCity.class)
                .initializers(new FreshDatabase())
                .run("--server.port=0", "--db-scheduler.polling-interval=1h", "--logging.level.root=warn")) {
            String url = service.getEnvironment().getRequiredProperty("vigie.database.url");
            String superuser = PrivatePostgis.instance().superuserUrl(url);
            long begun = System.nanoTime();
            Jurisdiction town = new MillionPlaces(
                            service.getBean(TestJurisdictions.class), service.getBean(PublishedCity.class), REQUESTS)
                    .fill(superuser);
            System.out.printf("%,d requests made in %.0f s%n", REQUESTS, (System.nanoTime() - begun) / 1e9);
            try (Connection raw = DriverManager.getConnection(superuser);
                    Connection reader = DriverManager.getConnection(url, "map_reader", PrivatePostgis.PASSWORD)) {
                new TileMeasure(service, town, raw, reader).run();
            }
        }
        System.exit(0);
    }

    private void run() throws Exception {
        count();
        execute(reader, "set vigie.jurisdiction = '" + town.id() + "'");
        compare(12, 4);
        compare(14, 20);
        for (String filter : List.of(
                "{\"state\":[\"CLOSED\"]}",
                "{\"domain\":[\"street\"]}",
                "{\"category\":[\"c5\"]}",
                "{\"late\":true}",
                "{\"from\":\"" + daysAgo(365) + "\"}",
                "{\"from\":\"" + daysAgo(30) + "\"}",
                "{\"from\":\"" + daysAgo(7) + "\"}",
                "{\"kind\":[\"INCIDENT\"]}",
                "{\"kind\":[\"COMPLAINT\"]}",
                "{\"kind\":[\"COMPLAINT\"],\"category\":[\"c5\"]}",
                "{\"kind\":[\"COMPLAINT\"],\"from\":\"" + daysAgo(365) + "\"}",
                "{\"category\":[\"c5\"],\"from\":\"" + daysAgo(365) + "\"}",
                "{\"domain\":[\"street\"],\"from\":\"" + daysAgo(90) + "\"}")) {
            System.out.printf(
                    "%-40s %s, %s, %s%n", filter, filtered(12, filter), filtered(13, filter), filtered(14, filter));
        }
        for (String filter : List.of("{\"late\":true}", "{\"late\":true,\"category\":[\"c5\"]}")) {
            for (int zoom = 15; zoom <= 19; zoom++) {
                System.out.println(filter + " " + filtered(zoom, filter));
            }
        }
        for (int zoom = 10; zoom <= 18; zoom++) {
            System.out.println("default " + filtered(zoom, "{}"));
        }
        freshness();
    }

    /** What came in while the city was made is waited for; then everything is counted once more, and compared. */
    private void count() throws InterruptedException {
        Cells cells = service.getBean(Cells.class);
        while (!CurrentJurisdiction.inside(town, cells::areCounted)
                || cells.waiting().contains(town.id())) {
            Thread.sleep(200);
        }
        long begun = System.nanoTime();
        Cells.Recount recount = CurrentJurisdiction.inside(town, cells::recount).orElseThrow();
        System.out.printf(
                "%,d cells counted anew in %.0f s: %d differ%n",
                recount.counted(), (System.nanoTime() - begun) / 1e9, recount.differing());
        execute("vacuum analyze cells.cell");
        System.out.println("cells: " + text("select pg_size_pretty(pg_total_relation_size('cells.cell'))"));
    }

    private String text(String sql) {
        try (Statement statement = raw.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try {
            execute(raw, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A B A B A over the busiest tiles of a zoom. */
    private void compare(int zoom, int tiles) throws SQLException {
        List<TileAddress> busiest = busiest(zoom, tiles);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        long largest = 0;
        long largestRaw = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (TileAddress tile : busiest) {
                Timed here = timed(reader, "select map.request_tile(%d, %d, %d, '{}')", tile);
                Timed there = timed(raw, RAW, tile);
                if (round > 0) {
                    ours.add(here.millis());
                    theirs.add(there.millis());
                }
                largest = Math.max(largest, here.bytes());
                largestRaw = Math.max(largestRaw, there.bytes());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "z%d, %d busiest tiles: default %.1f ms (at most %.1f), all points %.1f ms: %.0f times; at most %.1f KB and %.0f KB%n",
                zoom,
                tiles,
                median(ours),
                ours.stream().mapToDouble(d -> d).max().orElseThrow(),
                median(theirs),
                median(theirs) / median(ours),
                largest / 1000.0,
                largestRaw / 1000.0);
    }

    private String filtered(int zoom, String filter) throws SQLException {
        TileAddress tile = busiest(zoom, 1).getFirst();
        List<Double> millis = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < 12; i++) {
            Timed timed = timed(reader, "select map.request_tile(%d, %d, %d, '" + filter + "')", tile);
            bytes = timed.bytes();
            if (i > 1) {
                millis.add(timed.millis());
            }
        }
        return String.format(Locale.ROOT, "z%d %.1f ms %.1f KB", zoom, median(millis), bytes / 1000.0);
    }

    private List<TileAddress> busiest(int zoom, int tiles) throws SQLException {
        List<TileAddress> busiest = new ArrayList<>();
        try (Statement sql = raw.createStatement();
                ResultSet rows = sql.executeQuery("""
                        select cells.east(location3857) >> (36 - %1$d) as x, cells.south(location3857) >> (36 - %1$d) as y
                        from request.request group by 1, 2 order by count(*) desc limit %2$d
                        """.formatted(zoom, tiles))) {
            while (rows.next()) {
                busiest.add(new TileAddress(zoom, rows.getInt(1), rows.getInt(2)));
            }
        }
        return busiest;
    }

    private record Timed(double millis, long bytes) {}

    private static Timed timed(Connection connection, String sql, TileAddress tile) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long begun = System.nanoTime();
            try (ResultSet row = statement.executeQuery(sql.formatted(tile.zoom(), tile.x(), tile.y()))) {
                row.next();
                int bytes = row.getBytes(1).length;
                return new Timed((System.nanoTime() - begun) / 1e6, bytes);
            }
        }
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(d -> d).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String daysAgo(int days) {
        return java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(days) + "T00:00:00Z";
    }

    /** From the commit on the tile is asked for again and again, by its tag. */
    private void freshness() throws Exception {
        TileAddress tile = busiest(12, 1).getFirst();
        HttpClient http = HttpClient.newHttpClient();
        URI address = URI.create("http://127.0.0.1:%s/%s/tiles/requests/%d/%d/%d.mvt"
                .formatted(
                        service.getEnvironment().getProperty("local.server.port"),
                        town.code(),
                        tile.zoom(),
                        tile.x(),
                        tile.y()));
        long[] nanos = new long[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            String tag = tag(http, address);
            service.getBean(PublishedCity.class).write(town, """
                    update request.request set state = 'RESOLVED', resolved_at = now(), next_commitment = null, next_starts_at = null, next_due_at = null
                    where request_id = (select request_id from request.request where state = 'ASSIGNED'
                        and cells.east(location3857) >> 24 = %d and cells.south(location3857) >> 24 = %d limit 1)
                    """.formatted(tile.x(), tile.y()));
            long committed = System.nanoTime();
            while (tag(http, address).equals(tag)) {
                Thread.sleep(2);
            }
            nanos[i] = System.nanoTime() - committed;
            Thread.sleep(i % 97);
        }
        long[] sorted = LongStream.of(nanos).sorted().toArray();
        System.out.printf(
                "another tag after a change was committed: p50 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
                sorted[CHANGES / 2] / 1e6, sorted[(int) (CHANGES * 0.99)] / 1e6, sorted[CHANGES - 1] / 1e6);
    }

    private static String tag(HttpClient http, URI address) throws Exception {
        HttpResponse<byte[]> answer =
                http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        return answer.headers().firstValue("ETag").orElse(Arrays.toString(answer.body()));
    }
}
