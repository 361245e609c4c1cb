package org.vigie.map;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.geo.Wgs84Point;

/** Reads cards and what hangs on them from the published views, inside a transaction of its caller. */
final class CardRows implements RowMapper<RequestCard> {

    static final String SELECT = """
            select r.request_id, r.number, r.kind, r.state, r.category, r.category_name, r.glyph, r.domain, r.address, r.sector,
                r.sector_name, r.service, st_x(r.geom) as longitude, st_y(r.geom) as latitude, r.received_at, r.changed_at, r.resolved_at,
                r.next_commitment, r.next_starts_at, r.next_due_at, r.next_paused_at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CardRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public RequestCard mapRow(ResultSet row, int rowNumber) throws SQLException {
        String sector = row.getString("sector");
        double longitude = row.getDouble("longitude");
        Wgs84Point position = row.wasNull() ? null : new Wgs84Point(longitude, row.getDouble("latitude"));
        return new RequestCard(
                row.getObject("request_id", UUID.class),
                row.getString("number"),
                row.getString("kind"),
                row.getString("state"),
                row.getString("category"),
                row.getString("category_name"),
                row.getString("glyph"),
                row.getString("domain"),
                row.getString("address"),
                sector == null ? null : new RequestCard.Sector(sector, named(row.getString("sector_name"), sector)),
                row.getString("service"),
                position,
                instant(row, "received_at"),
                instant(row, "changed_at"),
                instantOrNull(row, "resolved_at"),
                Ring.at(
                        clock.instant(),
                        row.getString("next_commitment"),
                        instantOrNull(row, "next_starts_at"),
                        instantOrNull(row, "next_due_at"),
                        instantOrNull(row, "next_paused_at")),
                null);
    }

    RequestDetail detail(ResultSet row, int rowNumber) throws SQLException {
        RequestCard card = mapRow(row, rowNumber);
        List<PhotoRef> photos = photosOf(List.of(card.id()));
        return new RequestDetail(
                card.withPhoto(photos.isEmpty() ? null : photos.get(0)),
                row.getString("description"),
                steps(card.id()),
                photos,
                promises(card.id()),
                row.getLong("followers"));
    }

    List<RequestCard> withPhotos(List<RequestCard> cards) {
        Map<UUID, PhotoRef> photos = photos(cards.stream().map(RequestCard::id).toList());
        return cards.stream().map(card -> card.withPhoto(photos.get(card.id()))).toList();
    }

    /** The first photo of each request that has one. */
    Map<UUID, PhotoRef> photos(Collection<UUID> requestIds) {
        Map<UUID, PhotoRef> first = new HashMap<>();
        jdbc.sql("""
                        select distinct on (p.request_id) p.request_id, p.photo_id, p.purpose, p.width, p.height
                        from map.request_photo p
                        where p.request_id = any(:ids)
                        order by p.request_id, p.purpose = 'REPORT' desc, p.received_at, p.photo_id
                        """).param("ids", requestIds.toArray(UUID[]::new)).query(row -> {
            first.put(row.getObject("request_id", UUID.class), photo(row));
        });
        return first;
    }

    private List<PhotoRef> photosOf(List<UUID> requestIds) {
        return jdbc.sql("""
                        select p.photo_id, p.purpose, p.width, p.height
                        from map.request_photo p
                        where p.request_id = any(:ids)
                        order by p.purpose = 'REPORT' desc, p.received_at, p.photo_id
                        """)
                .param("ids", requestIds.toArray(UUID[]::new))
                .query((row, n) -> photo(row))
                .list();
    }

    private List<RequestDetail.Step> steps(UUID requestId) {
        return jdbc.sql("""
                        select happened_at, entry, to_state, text from map.request_step
                        where request_id = :id order by happened_at, entry_id
                        """)
                .param("id", requestId)
                .query((row, n) -> new RequestDetail.Step(
                        instant(row, "happened_at"),
                        row.getString("entry"),
                        row.getString("to_state"),
                        row.getString("text")))
                .list();
    }

    private List<RequestDetail.Promise> promises(UUID requestId) {
        return jdbc.sql("""
                        select commitment, starts_at, due_at, met_at, amount, unit, paused_at from map.request_promise
                        where request_id = :id order by due_at, commitment
                        """)
                .param("id", requestId)
                .query((row, n) -> new RequestDetail.Promise(
                        row.getString("commitment"),
                        instant(row, "starts_at"),
                        instant(row, "due_at"),
                        instantOrNull(row, "met_at"),
                        row.getInt("amount"),
                        row.getString("unit"),
                        instantOrNull(row, "paused_at")))
                .list();
    }

    private static PhotoRef photo(ResultSet row) throws SQLException {
        return PhotoRef.of(
                CurrentJurisdiction.get().code(),
                row.getObject("photo_id", UUID.class),
                row.getString("purpose"),
                row.getInt("width"),
                row.getInt("height"));
    }

    private static String named(@Nullable String name, String code) {
        return name == null ? code : name;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
