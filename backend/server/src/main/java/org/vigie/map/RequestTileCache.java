package org.vigie.map;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.vigie.geo.TileAddress;

/**
 * Tiles of requests that nobody has changed since they were made. Who asks for one that is being made waits for that; one that was changed
 * while it was made goes to those who waited and is not kept. While changes cannot be heard of, nothing is kept.
 */
@Component
class RequestTileCache {

    /** What time alone changes is drawn anew after this: the share of time that a request has left. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    record Key(UUID jurisdiction, TileAddress address, String filter) {}

    private final AsyncCache<Key, Tile> kept;
    private volatile boolean told;

    RequestTileCache(MapSettings settings) {
        this.kept = Caffeine.newBuilder()
                .maximumWeight(settings.requestCacheMegabytes() * 1_000_000L)
                .weigher((Key key, Tile tile) -> tile.weight() + key.filter().length())
                .expireAfterWrite(KEPT)
                .buildAsync();
    }

    Tile get(Key key, Supplier<Tile> make) {
        if (!told) {
            return make.get();
        }
        CompletableFuture<Tile> mine = new CompletableFuture<>();
        CompletableFuture<Tile> there = kept.get(key, (absent, executor) -> mine);
        if (there == mine) {
            made(mine, make);
        }
        try {
            return there.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private static void made(CompletableFuture<Tile> mine, Supplier<Tile> make) {
        try {
            mine.complete(make.get());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        }
    }

    /** @param listening from now on every change is told; what was kept before may be wrong */
    void told(boolean listening) {
        told = listening;
        kept.asMap().clear();
    }

    void forget(UUID jurisdiction) {
        kept.asMap().keySet().removeIf(key -> key.jurisdiction().equals(jurisdiction));
    }

    /** @param changed in the zoom of {@link ChangedTiles#ZOOM} */
    void forget(UUID jurisdiction, ChangedTiles changed) {
        kept.asMap()
                .keySet()
                .removeIf(key -> key.jurisdiction().equals(jurisdiction) && changed.concerns(key.address()));
    }

    /** For tests: which are kept. */
    Set<Key> keys() {
        return Set.copyOf(kept.asMap().keySet());
    }
}
