package org.vigie.map;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists and counts of published requests, inside a transaction of its caller. Pages go on by key, so that none gets slower. */
@Component
class RequestPages {

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestPages(@Qualifier("mapReader") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    PublishedRequests.Page page(RequestQuery query, CardRows rows) {
        Map<String, Object> values = new LinkedHashMap<>();
        String found = "from " + matching(query, values);
        long total = jdbc.sql("select count(*) " + found)
                .params(values)
                .query(Long.class)
                .single();
        String sql = CardRows.SELECT + found + continued(query, values) + " order by " + order(query.sort())
                + " limit :limit";
        values.put("limit", query.limit() + 1);
        List<RequestCard> cards = jdbc.sql(sql).params(values).query(rows).list();
        boolean more = cards.size() > query.limit();
        List<RequestCard> shown = more ? cards.subList(0, query.limit()) : cards;
        Optional<Cursor> next =
                more ? Optional.of(cursor(query.sort(), shown.get(shown.size() - 1))) : Optional.empty();
        return new PublishedRequests.Page(rows.withPhotos(shown), total, next);
    }

    PublishedRequests.Counts counts(RequestQuery query) {
        Map<String, Object> values = new LinkedHashMap<>();
        String sql = """
                select r.domain, r.state, r.sector, count(*) as n, count(*) filter (where r.is_open and r.next_due_at < :now and r.next_paused_at is null) as late
                from %s group by r.domain, r.state, r.sector
                """.formatted(matching(query, values));
        Tally tally = new Tally();
        jdbc.sql(sql).params(values).query(row -> {
            tally.add(row);
        });
        return tally.counts();
    }

    /** What follows {@code from}; fills the values that it names. */
    String matching(RequestQuery query, Map<String, Object> values) {
        StringBuilder sql = new StringBuilder("map.request_matching(cast(:filter as jsonb), :now) r where true");
        values.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        values.put("filter", query.filter().toJson());
        query.within().restrict(sql, values);
        query.text().ifPresent(text -> {
            // What is searched is what is shown: masked text cannot be found by what it masks.
            sql.append(
                    " and position(lower(:text) in lower(r.number || ' ' || r.address || ' ' || r.description)) > 0");
            values.put("text", text);
        });
        return sql.toString();
    }

    private static String continued(RequestQuery query, Map<String, Object> values) {
        if (query.after().isEmpty()) {
            return "";
        }
        Cursor after = query.after().get();
        values.put("afterAt", after.at().atOffset(ZoneOffset.UTC));
        values.put("afterId", after.id());
        return switch (query.sort()) {
            case RECEIVED -> " and (r.received_at, r.request_id) < (:afterAt, :afterId)";
            case DUE -> " and (" + DUE + ", r.request_id) > (:afterAt, :afterId)";
        };
    }

    private static String order(RequestQuery.Sort sort) {
        return switch (sort) {
            case RECEIVED -> "r.received_at desc, r.request_id desc";
            case DUE -> DUE + ", r.request_id";
        };
    }

    private static final String DUE = "coalesce(r.next_due_at, '9999-01-01T00:00:00Z')";

    private static Cursor cursor(RequestQuery.Sort sort, RequestCard last) {
        return switch (sort) {
            case RECEIVED -> new Cursor(last.receivedAt(), last.id());
            case DUE ->
                new Cursor(
                        last.ring().dueAt() == null ? Cursor.LAST : last.ring().dueAt(), last.id());
        };
    }

    private static final class Tally {
        private final Map<String, Long> byDomain = new TreeMap<>();
        private final Map<String, Long> byState = new TreeMap<>();
        private final Map<String, Long> bySector = new TreeMap<>();
        private long total;
        private long late;

        void add(ResultSet row) throws SQLException {
            long n = row.getLong("n");
            byDomain.merge(row.getString("domain"), n, Long::sum);
            byState.merge(row.getString("state"), n, Long::sum);
            Optional.ofNullable(row.getString("sector")).ifPresent(sector -> bySector.merge(sector, n, Long::sum));
            total += n;
            late += row.getLong("late");
        }

        PublishedRequests.Counts counts() {
            return new PublishedRequests.Counts(total, byDomain, byState, bySector, late);
        }
    }
}
