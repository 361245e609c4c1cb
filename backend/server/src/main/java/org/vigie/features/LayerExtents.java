package org.vigie.features;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.geo.Wgs84Point;
import org.vigie.map.Bounds;

/** Where and since when a layer has features. All of them must be read for it, and every client asks: so it is kept for a minute. */
@Repository
public class LayerExtents {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 2_000;

    /**
     * @param bounds around the jurisdiction and whatever lies outside of it
     * @param earliest absent when features have no time, or there are none
     */
    public record Extent(Bounds bounds, Optional<Instant> earliest) {}

    private record Key(UUID jurisdiction, String layer) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final LoadingCache<Key, Extent> kept;

    LayerExtents(@Qualifier("mapReader") JdbcClient jdbc, @Qualifier("mapReader") TransactionTemplate reading) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST_KEPT)
                .build(key -> read(PublishedLayers.find(key.layer()).orElseThrow()));
    }

    public Extent of(PublishedLayer layer) {
        return Objects.requireNonNull(kept.get(new Key(CurrentJurisdiction.get().id(), layer.name())));
    }

    private Extent read(PublishedLayer layer) {
        String sql = """
                select st_xmin(e.box) as west, st_ymin(e.box) as south, st_xmax(e.box) as east, st_ymax(e.box) as north, e.earliest
                from (select st_extent(g.geom) as box, min(g.at) as earliest
                      from (select l.geom, %s as at from %s l union all select j.geom, null from map.jurisdiction j) g) e
                """.formatted(
                        layer.source().time().map(time -> "l." + time).orElse("cast(null as timestamptz)"),
                        layer.source().view());
        return Objects.requireNonNull(reading.execute(status -> jdbc.sql(sql)
                .query((row, n) -> new Extent(
                        new Bounds(
                                new Wgs84Point(row.getDouble("west"), row.getDouble("south")),
                                new Wgs84Point(row.getDouble("east"), row.getDouble("north"))),
                        Optional.ofNullable(row.getObject("earliest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single()));
    }
}
