package org.vigie.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.vigie.access.Jurisdiction;
import org.vigie.testing.PrivatePostgis;
import org.vigie.testing.ServiceTest;

/** A thousand random tiles and filters against plain SQL on the table of requests, in one transaction each, while the city changes. */
@ServiceTest
@Import({PublishedCity.class, CountedCity.class})
class RequestTileOracleTest {

    private static final int TILES = 1_000;
    /** So many of a tile are drawn each by itself from zoom 17 on. */
    private static final int CROWD = 250;

    private static final List<String> STATES =
            List.of("RECEIVED", "ASSIGNED", "IN_PROGRESS", "REOPENED", "FORWARDED", "RESOLVED", "CLOSED", "REJECTED");

    @Autowired
    CountedCity cities;

    @Value("${vigie.database.url}")
    String databaseUrl;

    private final Random random = new Random(20261128);

    private record Asked(int z, int x, int y, String filter) {}

    @Test
    void everyTileCountsWhatPlainSqlCountsAndShowsNothingElse() throws SQLException {
        Jurisdiction town = cities.make(4_000);
        try (Connection superuser =
                DriverManager.getConnection(PrivatePostgis.instance().superuserUrl(databaseUrl))) {
            superuser.setAutoCommit(false);
            int clusters = 0;
            for (int i = 0; i < TILES; i++) {
                if (i % 100 == 50) {
                    cities.change(town);
                }
                clusters += compare(superuser, town, random());
            }
            assertThat(clusters).as("clusters that were compared").isGreaterThan(5_000);
        }
    }

    private int compare(Connection superuser, Jurisdiction town, Asked asked) throws SQLException {
        try (Statement sql = superuser.createStatement()) {
            sql.execute("begin isolation level repeatable read");
            sql.execute("set local vigie.jurisdiction = '" + town.id() + "'");
            List<VectorTile.Feature> features = features(sql, asked);
            Map<String, Long> expected = counts(sql, asked);
            Set<String> inside = ids(sql, "select r.request_id " + plain(asked, "0"));
            assertThat(counts(features, inside)).as(asked.toString()).isEqualTo(expected);
            assertThat(published(sql, asked)).as(asked.toString()).containsAll(ids(features));
            int clusters = (int) features.stream()
                    .filter(feature -> feature.layer().equals("cluster"))
                    .count();
            if (asked.z() > 16 && clusters == 0) {
                assertThat(ids(features)).as(asked.toString()).containsAll(withMargin(sql, asked));
            } else if (asked.z() > 16) {
                assertThat(published(sql, asked)).as(asked.toString()).hasSizeGreaterThan(CROWD);
            }
            return clusters;
        } finally {
            superuser.rollback();
        }
    }

    private static List<VectorTile.Feature> features(Statement sql, Asked asked) throws SQLException {
        try (ResultSet row = sql.executeQuery("select map.request_tile(%d, %d, %d, '%s')"
                .formatted(asked.z(), asked.x(), asked.y(), asked.filter()))) {
            row.next();
            return VectorTile.features(row.getBytes(1));
        }
    }

    /** @param inside ids of those in the tile itself: what lies close to its edge is rounded to the edge, which belongs to the next */
    private static Map<String, Long> counts(List<VectorTile.Feature> features, Set<String> inside) {
        Map<String, Long> counts = new TreeMap<>();
        for (VectorTile.Feature feature : features) {
            if (feature.layer().equals("cluster")) {
                assertThat(feature.isInside()).isTrue();
                for (String part :
                        List.of("n", "received", "assigned", "in_progress", "resolved", "forwarded", "late")) {
                    counts.merge(part, feature.number(part), Long::sum);
                }
            } else if (feature.layer().equals("request") && inside.contains(feature.text("id"))) {
                counts.merge("n", 1L, Long::sum);
                counts.merge(part(feature.text("state")), 1L, Long::sum);
                counts.merge("late", feature.text("late").equals("true") ? 1L : 0L, Long::sum);
            }
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static String part(String state) {
        return switch (state) {
            case "RECEIVED", "REOPENED" -> "received";
            case "RESOLVED", "CLOSED" -> "resolved";
            default -> state.toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static Set<String> ids(List<VectorTile.Feature> features) {
        Set<String> ids = new TreeSet<>();
        features.stream()
                .filter(feature -> feature.layer().equals("request"))
                .forEach(feature -> ids.add(feature.text("id")));
        return ids;
    }

    /** Written apart from the service: nothing of schemas map and cells is in it. */
    private static final String PLAIN = """
            from request.request r
            join catalogue.category c on c.jurisdiction_id = r.jurisdiction_id and c.category_id = r.category_id
            join catalogue.domain d on d.jurisdiction_id = c.jurisdiction_id and d.domain_id = c.domain_id,
                (select '%5$s'::jsonb as f, st_tileenvelope(%1$d, %2$d, %3$d, margin => %4$s) as box) asked
            where r.jurisdiction_id = current_setting('vigie.jurisdiction')::uuid
              and not r.is_private and not c.is_private and r.state <> 'REJECTED' and r.state <> 'DUPLICATE'
              and st_x(r.location3857) >= st_xmin(box) and st_x(r.location3857) < st_xmax(box)
              and st_y(r.location3857) > st_ymin(box) and st_y(r.location3857) <= st_ymax(box)
              and (not f ? 'domain' or f -> 'domain' ? d.code) and (not f ? 'category' or f -> 'category' ? c.code)
              and (not f ? 'state' or f -> 'state' ? r.state) and (not f ? 'kind' or f -> 'kind' ? r.kind)
              and (not f ? 'from' or r.received_at >= (f ->> 'from')::timestamptz)
              and (not f ? 'to' or r.received_at < (f ->> 'to')::timestamptz)
              and (not f ? 'late' or r.state not in ('RESOLVED', 'CLOSED') and r.next_due_at < now() and r.next_paused_at is null)
              and (f ? 'state' or f ? 'from' or f ? 'to' or r.state not in ('RESOLVED', 'CLOSED')
                or coalesce(r.resolved_at, r.closed_at) >= now() - interval '720 hours')
            """;

    private static String plain(Asked asked, String margin) {
        return PLAIN.formatted(asked.z(), asked.x(), asked.y(), margin, asked.filter());
    }

    private static Map<String, Long> counts(Statement sql, Asked asked) throws SQLException {
        String select = """
                select count(*) as n, count(*) filter (where r.state in ('RECEIVED', 'REOPENED')) as received,
                    count(*) filter (where r.state = 'ASSIGNED') as assigned, count(*) filter (where r.state = 'IN_PROGRESS') as in_progress,
                    count(*) filter (where r.state in ('RESOLVED', 'CLOSED')) as resolved,
                    count(*) filter (where r.state = 'FORWARDED') as forwarded,
                    count(*) filter (where r.state not in ('RESOLVED', 'CLOSED') and r.next_due_at < now() and r.next_paused_at is null) as late
                """;
        Map<String, Long> counts = new TreeMap<>();
        try (ResultSet row = sql.executeQuery(select + plain(asked, "0"))) {
            row.next();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                counts.put(row.getMetaData().getColumnName(column), row.getLong(column));
            }
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static Set<String> published(Statement sql, Asked asked) throws SQLException {
        return ids(sql, "select r.request_id " + plain(asked, "0.05"));
    }

    /** Half a unit less than the margin, where places are rounded; what is shown beyond it is held to be published above. */
    private static Set<String> withMargin(Statement sql, Asked asked) throws SQLException {
        return ids(sql, "select r.request_id " + plain(asked, "0.0155"));
    }

    private static Set<String> ids(Statement sql, String query) throws SQLException {
        Set<String> ids = new TreeSet<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private Asked random() {
        int z = 6 + random.nextInt(14);
        double longitude = random.nextBoolean() ? 2.02 + 0.03 * random.nextInt(3) : 2.0 + 0.1 * random.nextDouble();
        double latitude = random.nextBoolean() ? 47.05 : 47.0 + 0.1 * random.nextDouble();
        int x = (int) ((longitude + 180) / 360 * (1 << z));
        double radians = Math.toRadians(latitude);
        int y = (int) ((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2 * (1 << z));
        return new Asked(z, x, y, filter());
    }

    private String filter() {
        List<String> members = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            members.add("\"state\":" + some(STATES));
        }
        if (random.nextInt(4) == 0) {
            members.add("\"domain\":" + some(List.of("street", "other")));
        }
        if (random.nextInt(5) == 0) {
            members.add("\"category\":" + some(List.of("pothole", "lighting", "complaint")));
        }
        if (random.nextInt(5) == 0) {
            members.add("\"late\":true");
        }
        if (random.nextInt(8) == 0) {
            members.add("\"kind\":" + some(List.of("INCIDENT", "COMPLAINT")));
        }
        if (random.nextInt(3) == 0) {
            int daysAgo = random.nextInt(700);
            members.add("\"from\":\"" + day(daysAgo) + "\"");
            if (random.nextBoolean()) {
                members.add("\"to\":\"" + day(random.nextInt(daysAgo + 1)) + "\"");
            }
        } else if (random.nextInt(8) == 0) {
            members.add("\"to\":\"" + day(random.nextInt(700)) + "\"");
        }
        return "{" + String.join(",", members) + "}";
    }

    /** At midnight, at the start of a month or at any second. */
    private String day(int daysAgo) {
        java.time.LocalDateTime day = java.time.LocalDateTime.ofInstant(
                        java.time.Clock.systemUTC().instant(), java.time.ZoneOffset.UTC)
                .minusDays(daysAgo);
        java.time.LocalDateTime told = switch (random.nextInt(3)) {
            case 0 -> day.toLocalDate().atStartOfDay();
            case 1 -> day.toLocalDate().withDayOfMonth(1).atStartOfDay();
            default -> day.withNano(0);
        };
        return told.toInstant(java.time.ZoneOffset.UTC).toString();
    }

    private String some(List<String> words) {
        List<String> some = new ArrayList<>();
        words.stream().filter(word -> random.nextInt(3) == 0).forEach(some::add);
        if (some.isEmpty()) {
            some.add(words.get(random.nextInt(words.size())));
        }
        return "[\"" + String.join("\",\"", some) + "\"]";
    }
}
