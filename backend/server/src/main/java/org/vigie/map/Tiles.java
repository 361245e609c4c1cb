package org.vigie.map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.geo.TileAddress;

/**
 * The tiles of the open jurisdiction. What seldom changes is kept in memory under the stamp of its tables, so that an import shows
 * within seconds; those of requests until somebody changes what they show.
 */
@Repository
public class Tiles {

    /** However stale the stamp may be, and for sector versions that begin to hold at an hour of their own. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final Duration STAMP_KEPT = Duration.ofSeconds(1);

    private record Key(
            UUID jurisdiction,
            TileLayer layer,
            long stamp,
            TileAddress address,
            @Nullable String sectorSet) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final Cache<Key, Tile> cache;
    private final LoadingCache<TileLayer, Long> stamps;
    private final RequestTileCache requests;

    Tiles(
            @Qualifier("mapReader") JdbcClient jdbc,
            @Qualifier("mapReader") TransactionTemplate reading,
            RequestTileCache requests,
            MapSettings settings) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.reading = reading;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(settings.tileCacheMegabytes() * 1_000_000L)
                .weigher((Key key, Tile tile) -> tile.weight())
                .expireAfterWrite(KEPT)
                .build();
        this.stamps = Caffeine.newBuilder().expireAfterWrite(STAMP_KEPT).build(this::readStamp);
    }

    public Tile basemap(TileAddress address) {
        return kept(TileLayer.BASEMAP, address, null, () -> read(address, "map.basemap_tile(:z, :x, :y)", null));
    }

    /** @param set code of a sector set; null for the one that decides who serves */
    public Tile sectors(TileAddress address, @Nullable String set) {
        return kept(
                TileLayer.SECTORS,
                address,
                set,
                () -> read(address, "map.sector_tile(:z, :x, :y, cast(:more as text))", set));
    }

    public Tile assets(TileAddress address) {
        return kept(TileLayer.ASSETS, address, null, () -> read(address, "map.asset_tile(:z, :x, :y)", null));
    }

    public Tile requests(RequestsTile wanted) {
        return requests.get(
                wanted.key(),
                () -> read(
                        wanted.key().address(),
                        "map.request_tile(:z, :x, :y, cast(:more as jsonb))",
                        wanted.key().filter()));
    }

    /** In whatever jurisdiction; absent when somebody has to make it first. */
    public Optional<Tile> kept(RequestsTile wanted) {
        return requests.find(wanted.key());
    }

    private Tile kept(TileLayer layer, TileAddress address, @Nullable String set, Supplier<Tile> make) {
        long stamp = Objects.requireNonNull(stamps.get(layer));
        Key key = new Key(CurrentJurisdiction.get().id(), layer, stamp, address, set);
        return Objects.requireNonNull(cache.get(key, absent -> make.get()));
    }

    private Tile read(TileAddress address, String function, @Nullable String more) {
        return Tile.of(Objects.requireNonNull(reading.execute(status -> jdbc.sql("select " + function)
                .param("z", address.zoom())
                .param("x", address.x())
                .param("y", address.y())
                .param("more", more)
                .query(byte[].class)
                .single())));
    }

    private Long readStamp(TileLayer layer) {
        return Objects.requireNonNull(reading.execute(status -> jdbc.sql("select map.layer_stamp(:layer)")
                .param("layer", layer.inAddress())
                .query(Long.class)
                .single()));
    }
}
