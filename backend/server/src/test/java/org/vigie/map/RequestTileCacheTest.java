package org.vigie.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.geo.TileAddress;

class RequestTileCacheTest {

    private static final UUID TOWN = new UUID(1, 1);
    private static final RequestTileCache.Key KEY =
            new RequestTileCache.Key(TOWN, new TileAddress(14, 8297, 5636), "{}");

    private final AtomicLong nanos = new AtomicLong();
    private final RequestTileCache cache = new RequestTileCache(new MapSettings(1, 1, "", "", ""), nanos::get);
    private final AtomicInteger made = new AtomicInteger();

    private Tile make() {
        return Tile.of(new byte[] {(byte) made.incrementAndGet()});
    }

    @Test
    void nothingIsKeptWhileChangesCannotBeHeardOf() {
        cache.get(KEY, this::make);
        cache.get(KEY, this::make);
        assertThat(made).hasValue(2);
        cache.told(true);
        cache.get(KEY, this::make);
        cache.get(KEY, this::make);
        assertThat(made).hasValue(3);
        cache.told(false);
        cache.get(KEY, this::make);
        assertThat(made).hasValue(4);
        assertThat(cache.keys()).isEmpty();
    }

    @Test
    void aChangeForgetsTheTilesThatShowItsPlaceAndNoOther() {
        cache.told(true);
        RequestTileCache.Key elsewhere = new RequestTileCache.Key(TOWN, new TileAddress(14, 8298, 5636), "{}");
        RequestTileCache.Key filtered = new RequestTileCache.Key(TOWN, KEY.address(), "{\"late\":true}");
        List.of(KEY, elsewhere, filtered).forEach(key -> cache.get(key, this::make));
        cache.forget(new UUID(2, 2), ChangedTiles.of(8297 * 4 + "/" + 5636 * 4));
        assertThat(cache.keys()).hasSize(3);
        cache.forget(TOWN, ChangedTiles.of(8297 * 4 + "/" + 5636 * 4));
        assertThat(cache.keys()).containsExactly(elsewhere);
        cache.forget(TOWN);
        assertThat(cache.keys()).isEmpty();
    }

    @Test
    void manyWhoAskAtOnceHaveItMadeOnce() throws Exception {
        cache.told(true);
        CountDownLatch slow = new CountDownLatch(1);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Tile>> answers = IntStream.range(0, 50)
                    .mapToObj(i -> readers.submit(() -> cache.get(KEY, () -> {
                        await(slow);
                        return make();
                    })))
                    .toList();
            slow.countDown();
            for (Future<Tile> answer : answers) {
                assertThat(answer.get()).isSameAs(answers.get(0).get());
            }
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void whatChangesWhileItIsMadeIsNotKept() throws Exception {
        cache.told(true);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Tile> first = readers.submit(() -> cache.get(KEY, () -> {
                reading.countDown();
                await(slow);
                return make();
            }));
            reading.await();
            cache.forget(TOWN, ChangedTiles.of(8297 * 4 + "/" + 5636 * 4));
            Tile second = cache.get(KEY, this::make);
            slow.countDown();
            assertThat(first.get()).isNotSameAs(second);
            assertThat(cache.get(KEY, this::make)).isSameAs(second);
        }
    }

    @Test
    void anOldOneIsMadeAnewByOneReaderWhileTheOthersGetWhatIsThere() {
        cache.told(true);
        Tile first = cache.get(KEY, this::make);
        assertThat(cache.find(KEY)).containsSame(first);
        nanos.addAndGet(Duration.ofSeconds(8).toNanos());
        assertThat(cache.find(KEY)).isEmpty();
        Tile second = cache.get(KEY, () -> {
            assertThat(cache.find(KEY)).containsSame(first);
            assertThat(cache.get(KEY, this::make)).isSameAs(first);
            return make();
        });
        assertThat(second).isNotSameAs(first);
        assertThat(cache.find(KEY)).containsSame(second);
        assertThat(made).hasValue(2);
    }

    @Test
    void whatChangesWhileItIsMadeAnewIsNotKept() {
        cache.told(true);
        cache.get(KEY, this::make);
        nanos.addAndGet(Duration.ofSeconds(8).toNanos());
        cache.get(KEY, () -> {
            cache.forget(TOWN);
            return make();
        });
        assertThat(cache.find(KEY)).isEmpty();
    }

    @Test
    void oneThatCannotBeMadeAnewGoesOnAsLongAsItLasts() {
        cache.told(true);
        Tile first = cache.get(KEY, this::make);
        nanos.addAndGet(Duration.ofSeconds(8).toNanos());
        assertThatThrownBy(() -> cache.get(KEY, () -> {
                    throw new IllegalStateException("no database");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(cache.find(KEY)).containsSame(first);
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(cache.find(KEY)).isEmpty();
    }

    @Test
    void aFailureIsToldAndNotKept() {
        cache.told(true);
        assertThatThrownBy(() -> cache.get(KEY, () -> {
                    throw new IllegalStateException("no database");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(cache.get(KEY, this::make)).isNotNull();
    }

    @Test
    void itsBytesAreBounded() {
        cache.told(true);
        byte[] random = new byte[100_000];
        new java.util.Random(1).nextBytes(random);
        IntStream.range(0, 200)
                .forEach(x -> cache.get(
                        new RequestTileCache.Key(TOWN, new TileAddress(14, x, 0), "{}"), () -> Tile.of(random)));
        org.awaitility.Awaitility.await().until(() -> cache.keys().size() <= 10);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
