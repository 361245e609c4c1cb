package org.vigie.map;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.geo.Wgs84Point;

/** What came in last, and what was settled last, of the published requests. */
@Repository
public class LatestRequests {

    /** RECEIVED: what came in. SETTLED: what was answered, by when that was. */
    public enum By {
        RECEIVED,
        SETTLED
    }

    /**
     * @param at when it came in, or was settled
     * @param words the last that the town said of it in public
     */
    public record Latest(
            UUID id,
            String number,
            String state,
            String category,
            String categoryName,
            String address,
            String description,
            Instant receivedAt,
            Instant at,
            Optional<Instant> settledAt,
            Optional<String> words,
            Optional<Wgs84Point> position) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final RequestPages pages;

    LatestRequests(
            @Qualifier("mapReader") JdbcClient jdbc,
            @Qualifier("mapReader") TransactionTemplate reading,
            RequestPages pages) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.pages = pages;
    }

    /** As many as the query's limit says, the newest first. */
    public List<Latest> list(RequestQuery query, By by) {
        Map<String, Object> values = new LinkedHashMap<>();
        String at = by == By.SETTLED ? "r.settled_at" : "r.received_at";
        String sql = """
                select r.request_id, r.number, r.state, r.category, r.category_name, r.address, r.description, r.received_at, %s as at,
                    case when not r.is_open then r.settled_at end as settled_at, st_x(r.geom) as longitude, st_y(r.geom) as latitude,
                    (select s.text from map.request_step s where s.request_id = r.request_id
                     order by s.happened_at desc, s.entry_id desc limit 1) as words
                from %s%s
                order by %s desc, r.request_id desc limit :limit
                """.formatted(
                        at,
                        pages.matching(query, values),
                        by == By.SETTLED ? " and not r.is_open and r.settled_at is not null" : "",
                        at);
        values.put("limit", query.limit());
        return Objects.requireNonNull(reading.execute(transaction ->
                jdbc.sql(sql).params(values).query(LatestRequests::read).list()));
    }

    private static Latest read(ResultSet row, int rowNumber) throws SQLException {
        double longitude = row.getDouble("longitude");
        Optional<Wgs84Point> position =
                row.wasNull() ? Optional.empty() : Optional.of(new Wgs84Point(longitude, row.getDouble("latitude")));
        return new Latest(
                row.getObject("request_id", UUID.class),
                row.getString("number"),
                row.getString("state"),
                row.getString("category"),
                row.getString("category_name"),
                row.getString("address"),
                row.getString("description"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getTimestamp("settled_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("words")).filter(words -> !words.isBlank()),
                position);
    }
}
