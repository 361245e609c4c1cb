package org.vigie.map;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
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

    /** From then on the next reader makes it anew, while all others go on with what is there: nobody waits in a queue for it. */
    private static final Duration FRESH = Duration.ofSeconds(7);

    record Key(UUID jurisdiction, TileAddress address, String filter) {}

    private record Kept(Tile tile, long nanos, AtomicBoolean renewed) {}

    private final AsyncCache<Key, Kept> kept;
    private final Ticker ticker;
    private volatile boolean told;

    @Autowired
    RequestTileCache(MapSettings settings) {
        this(settings, Ticker.systemTicker());
    }

    /** @param ticker for tests: the time that passes */
    RequestTileCache(MapSettings settings, Ticker ticker) {
        this.ticker = ticker;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(settings.requestCacheMegabytes() * 1_000_000L)
                .weigher((Key key, Kept entry) ->
                        entry.tile().weight() + key.filter().length())
                .expireAfterWrite(KEPT)
                .ticker(ticker)
                // Whoever reads puts in order what has been read: it is done sooner than another thread is woken.
                .executor(Runnable::run)
                .buildAsync();
    }

    /** @return absent when it must be made, or made anew by whoever asks */
    Optional<Tile> find(Key key) {
        CompletableFuture<Kept> there = kept.getIfPresent(key);
        return there == null || !there.isDone() || there.isCompletedExceptionally()
                ? Optional.empty()
                : Optional.of(there.join())
                        .filter(entry -> !isOld(entry) || entry.renewed().get())
                        .map(Kept::tile);
    }

    Tile get(Key key, Supplier<Tile> make) {
        if (!told) {
            return make.get();
        }
        CompletableFuture<Kept> mine = new CompletableFuture<>();
        CompletableFuture<Kept> there = kept.get(key, (absent, executor) -> mine);
        if (there == mine) {
            made(mine, make);
        }
        try {
            Kept entry = there.join();
            return isOld(entry) && entry.renewed().compareAndSet(false, true)
                    ? renewed(key, there, make)
                    : entry.tile();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private boolean isOld(Kept entry) {
        return ticker.read() - entry.nanos() > FRESH.toNanos();
    }

    private void made(CompletableFuture<Kept> mine, Supplier<Tile> make) {
        try {
            mine.complete(make(make));
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        }
    }

    /** Kept only when nobody has told of a change since: then the old one is there no more. */
    private Tile renewed(Key key, CompletableFuture<Kept> old, Supplier<Tile> make) {
        Kept anew = make(make);
        kept.asMap().replace(key, old, CompletableFuture.completedFuture(anew));
        return anew.tile();
    }

    /** Its age counts from before it was read. */
    private Kept make(Supplier<Tile> make) {
        long begun = ticker.read();
        return new Kept(make.get(), begun, new AtomicBoolean());
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
