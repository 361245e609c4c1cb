package org.vigie.open311;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.geo.Wgs84Point;

/** The published requests of the jurisdiction that is open, read as {@code map_reader}. */
@Repository
public class PublishedServiceRequests {

    private static final String SELECT = """
            select r.request_id, r.number, r.kind, r.state, r.is_open, r.category, r.category_name, r.domain_name, r.sector_name, r.description,
                r.service, r.received_at, case when r.is_open then r.changed_at else coalesce(r.settled_at, r.changed_at) end as updated_at,
                case when not r.is_open then r.settled_at end as ended_at, r.address, st_x(r.geom) as longitude, st_y(r.geom) as latitude,
                r.channel
            from map.request r
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    PublishedServiceRequests(
            @Qualifier("mapReader") JdbcClient jdbc, @Qualifier("mapReader") TransactionTemplate reading) {
        this.jdbc = jdbc;
        this.reading = reading;
    }

    /** Where a page ends and the next begins, newest first. */
    public record Place(Instant receivedAt, UUID id) {}

    /** Newest first. */
    public List<ServiceRequest> list(ServiceRequestSearch search, int limit, long offset) {
        return page(search, limit, offset, null);
    }

    /** Newest first, from behind a place on: as fast at the end of a million as at its beginning. */
    public List<ServiceRequest> listAfter(ServiceRequestSearch search, int limit, @Nullable Place after) {
        return page(search, limit, 0, after);
    }

    /** @param numberOrId as people read it, or the id; empty when there is none here or the public may not see it */
    public Optional<ServiceRequest> find(String numberOrId) {
        String column = isId(numberOrId) ? "r.request_id = cast(:key as uuid)" : "r.number = :key";
        return read(() -> complete(jdbc.sql(SELECT + "where " + column)
                        .param("key", numberOrId)
                        .query(PublishedServiceRequests::read)
                        .list())
                .stream()
                .findFirst());
    }

    /** The number of a request that anybody may see, or one whose id the caller was told. */
    private static boolean isId(String text) {
        try {
            return text.length() == 36 && UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }

    private List<ServiceRequest> page(ServiceRequestSearch search, int limit, long offset, @Nullable Place after) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder sql = new StringBuilder(SELECT).append("where true");
        ServiceRequestConditions.add(search, sql, values);
        if (after != null) {
            sql.append(" and (r.received_at, r.request_id) < (:afterAt, :afterId)");
            values.put("afterAt", Timestamp.from(after.receivedAt()));
            values.put("afterId", after.id());
        }
        sql.append(" order by r.received_at desc, r.request_id desc limit :limit offset :offset");
        values.put("limit", limit);
        values.put("offset", offset);
        return read(() -> complete(jdbc.sql(sql.toString())
                .params(values)
                .query(PublishedServiceRequests::read)
                .list()));
    }

    /** With what hangs on them. */
    private List<ServiceRequest> complete(List<ServiceRequest> found) {
        UUID[] ids = found.stream().map(ServiceRequest::id).toArray(UUID[]::new);
        Map<UUID, List<ServiceRequest.Note>> notes = new HashMap<>();
        jdbc.sql("""
                        select request_id, happened_at, entry, text from map.request_step
                        where request_id = any(:ids) order by happened_at, entry_id
                        """).param("ids", ids).query(row -> {
            notes.computeIfAbsent(id(row), id -> new ArrayList<>())
                    .add(new ServiceRequest.Note(
                            instant(row, "happened_at"), row.getString("entry"), row.getString("text")));
        });
        Map<UUID, List<UUID>> photos = new HashMap<>();
        jdbc.sql("""
                        select request_id, photo_id from map.request_photo
                        where request_id = any(:ids) order by purpose = 'REPORT' desc, received_at, photo_id
                        """).param("ids", ids).query(row -> {
            photos.computeIfAbsent(id(row), id -> new ArrayList<>()).add(row.getObject("photo_id", UUID.class));
        });
        Map<UUID, Instant> promised = new HashMap<>();
        jdbc.sql("""
                        select request_id, due_at from map.request_promise
                        where request_id = any(:ids) and commitment = 'RESOLVE' and met_at is null and paused_at is null
                        """).param("ids", ids).query(row -> {
            promised.put(id(row), instant(row, "due_at"));
        });
        return found.stream()
                .map(request -> with(
                        request,
                        Optional.ofNullable(promised.get(request.id())).filter(due -> request.open()),
                        notes.getOrDefault(request.id(), List.of()),
                        photos.getOrDefault(request.id(), List.of())))
                .toList();
    }

    private static ServiceRequest with(
            ServiceRequest it, Optional<Instant> expectedAt, List<ServiceRequest.Note> notes, List<UUID> photoIds) {
        return new ServiceRequest(
                it.id(),
                it.number(),
                it.kind(),
                it.state(),
                it.open(),
                it.categoryCode(),
                it.categoryName(),
                it.domainName(),
                it.sectorName(),
                it.description(),
                it.service(),
                it.receivedAt(),
                it.updatedAt(),
                it.endedAt(),
                expectedAt,
                it.address(),
                it.position(),
                it.channel(),
                notes,
                photoIds);
    }

    private static ServiceRequest read(ResultSet row, int rowNumber) throws SQLException {
        double longitude = row.getDouble("longitude");
        Optional<Wgs84Point> position =
                row.wasNull() ? Optional.empty() : Optional.of(new Wgs84Point(longitude, row.getDouble("latitude")));
        Timestamp ended = row.getTimestamp("ended_at");
        return new ServiceRequest(
                id(row),
                row.getString("number"),
                row.getString("kind"),
                row.getString("state"),
                row.getBoolean("is_open"),
                row.getString("category"),
                row.getString("category_name"),
                row.getString("domain_name"),
                Optional.ofNullable(row.getString("sector_name")),
                row.getString("description"),
                Optional.ofNullable(row.getString("service")),
                instant(row, "received_at"),
                instant(row, "updated_at"),
                Optional.ofNullable(ended).map(Timestamp::toInstant),
                Optional.empty(),
                row.getString("address"),
                position,
                row.getString("channel"),
                List.of(),
                List.of());
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject("request_id", UUID.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(reading.execute(transaction -> query.get()));
    }
}
