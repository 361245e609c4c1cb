package org.vigie.map;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.geo.Wgs84Point;

/** The requests of the open jurisdiction that the public may see. */
@Repository
public class PublishedRequests {

    /** @param distanceMetres on the ellipsoid */
    public record Nearby(RequestCard card, double distanceMetres) {}

    /** @param total of the whole list, not of this page */
    public record Page(List<RequestCard> items, long total, Optional<Cursor> next) {}

    /**
     * @param bySector by the code of the sector that serves; without those outside all sectors
     * @param late those whose promised time is over
     */
    public record Counts(
            long total, Map<String, Long> byDomain, Map<String, Long> byState, Map<String, Long> bySector, long late) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final CardRows rows;
    private final RequestPages pages;

    PublishedRequests(
            @Qualifier("mapReader") JdbcClient jdbc,
            @Qualifier("mapReader") TransactionTemplate reading,
            RequestPages pages,
            Clock clock) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.pages = pages;
        this.rows = new CardRows(jdbc, clock);
    }

    /** @return absent when there is none here or the public may not see it */
    public Optional<RequestCard> card(UUID id) {
        return cards(List.of(id)).stream().findFirst();
    }

    /** Those of the given that the public may see, in no order. */
    public List<RequestCard> cards(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return reading(
                () -> rows.withPhotos(jdbc.sql(CardRows.SELECT + "from map.request r where r.request_id = any(:ids)")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(rows)
                        .list()));
    }

    public Page page(RequestQuery query) {
        return reading(() -> pages.page(query, rows));
    }

    public Counts counts(RequestQuery query) {
        return reading(() -> pages.counts(query));
    }

    /**
     * @param numberOrId as people read it, or the id
     * @return absent when there is none here or the public may not see it
     */
    public Optional<RequestDetail> detail(String numberOrId) {
        Optional<UUID> id = asId(numberOrId);
        return reading(() -> jdbc.sql(CardRows.SELECT
                        + ", r.description, map.follower_count(r.request_id) as followers from map.request r where "
                        + (id.isPresent() ? "r.request_id = :key" : "r.number = :key"))
                .param("key", id.isPresent() ? id.get() : numberOrId)
                .query((row, n) -> rows.detail(row, n))
                .optional());
    }

    /**
     * Open ones of the same domain near a position, nearest first, five at most.
     *
     * @param category code; null for all
     */
    public List<Nearby> nearby(
            Wgs84Point position, int radiusMetres, @org.jspecify.annotations.Nullable String category) {
        return reading(() -> {
            List<Nearby> found = jdbc.sql(CardRows.SELECT + NEARBY)
                    .param("lon", position.longitudeDegrees())
                    .param("lat", position.latitudeDegrees())
                    .param("radius", radiusMetres)
                    .param("category", category)
                    .query((row, n) -> new Nearby(rows.mapRow(row, n), row.getDouble("metres")))
                    .list();
            Map<UUID, PhotoRef> photos =
                    rows.photos(found.stream().map(near -> near.card().id()).toList());
            return found.stream()
                    .map(near -> new Nearby(
                            near.card().withPhoto(photos.get(near.card().id())), near.distanceMetres()))
                    .toList();
        });
    }

    /** The box lets the index choose; metres decide. */
    private static final String NEARBY = """
            , st_distance(r.geom::geography, here.place::geography) as metres
            from (select st_setsrid(st_makepoint(:lon, :lat), 4326) as place) here, map.request r
            where r.is_open
              and r.location3857 && geo.box_around(here.place, :radius)
              and st_dwithin(r.geom::geography, here.place::geography, :radius)
              and (cast(:category as text) is null
                   or r.domain = (select wanted.domain from map.category wanted where wanted.code = cast(:category as text)))
            order by metres, r.request_id
            limit 5
            """;

    private <T> T reading(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(reading.execute(status -> work.get()));
    }

    private static Optional<UUID> asId(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
