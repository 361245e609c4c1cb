package org.vigie.map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.database.OneQuestion;
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

    private final Cache<Key, Tile> cache;
    private final LoadingCache<TileLayer, Long> stamps;
    private final OneQuestion question;
    private final RequestTileCache requests;

    Tiles(OneQuestion question, RequestTileCache requests, MapSettings settings) {
        this.question = question;
        this.requests = requests;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(settings.tileCacheMegabytes() * 1_000_000L)
                .weigher((Key key, Tile tile) -> tile.weight())
                .expireAfterWrite(KEPT)
                .build();
        this.stamps = Caffeine.newBuilder().expireAfterWrite(STAMP_KEPT).build(this::readStamp);
    }

    public Tile basemap(TileAddress address) {
        return kept(TileLayer.BASEMAP, address, null, () -> read("map.basemap_tile(?, ?, ?)", address));
    }

    /** @param set code of a sector set; null for the one that decides who serves */
    public Tile sectors(TileAddress address, @Nullable String set) {
        return kept(
                TileLayer.SECTORS, address, set, () -> read("map.sector_tile(?, ?, ?, cast(? as text))", address, set));
    }

    public Tile assets(TileAddress address) {
        return kept(TileLayer.ASSETS, address, null, () -> read("map.asset_tile(?, ?, ?)", address));
    }

    public Tile requests(RequestsTile wanted) {
        return requests.get(
                wanted.key(),
                () -> read(
                        "map.request_tile(?, ?, ?, cast(? as jsonb))",
                        wanted.key().address(),
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

    private Tile read(String function, TileAddress address, @Nullable Object... more) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(address.zoom());
        values.add(address.x());
        values.add(address.y());
        values.addAll(Arrays.asList(more));
        return Tile.of(question.ask(byte[].class, function, values.toArray()));
    }

    private Long readStamp(TileLayer layer) {
        return question.ask(Long.class, "map.layer_stamp(?)", layer.inAddress());
    }
}
