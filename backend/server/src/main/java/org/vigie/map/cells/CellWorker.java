package org.vigie.map.cells;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.access.OnlyWhenServing;
import org.vigie.access.database.ChannelListener;
import org.vigie.access.database.DirectConnections;

/**
 * Takes what was noted into the cells as soon as it hears that requests have changed, at most some times a second, and counts those of a
 * jurisdiction that has none, step by step on a thread of its own. Whatever it was at when it died is taken up by the next one, in this
 * process or another.
 */
@Component
@OnlyWhenServing
class CellWorker implements SmartLifecycle, ChannelListener.Hearer {

    private static final Logger LOG = LoggerFactory.getLogger(CellWorker.class);
    /** On it stands, once they have committed, that requests of a jurisdiction have changed. */
    private static final String CHANGES = "vigie_live";
    /** What changes within it is taken in together. */
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** What nobody tells: a file that was read in, a promise that was broken by the clock. */
    private static final Duration LOOK_ANYWAY = Duration.ofMillis(500);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Cells cells;
    private final JurisdictionDirectory directory;
    private final ExecutorService recounts = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("map-cells-recount").daemon().factory());
    private final Set<UUID> recounting = ConcurrentHashMap.newKeySet();
    private final Semaphore news = new Semaphore(1);
    private final ChannelListener listener;
    private volatile @Nullable Thread thread;

    CellWorker(Cells cells, JurisdictionDirectory directory, DirectConnections connections) {
        this.cells = cells;
        this.directory = directory;
        this.listener = new ChannelListener(connections, CHANGES, this);
    }

    @Override
    public void connected() {
        news.release();
    }

    @Override
    public void heard(String jurisdictionId) {
        news.release();
    }

    private void work() {
        while (isRunning()) {
            try {
                boolean more = false;
                for (UUID jurisdictionId : cells.waiting()) {
                    more |= isRunning() && attend(jurisdictionId);
                }
                if (!more) {
                    Thread.sleep(PAUSE);
                    waitForNews();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("the map's cells wait: {}", e.getMessage());
                LOG.debug("cause", e);
                pause();
            }
        }
    }

    private void waitForNews() throws InterruptedException {
        boolean told = news.tryAcquire(LOOK_ANYWAY.toMillis(), TimeUnit.MILLISECONDS);
        LOG.trace("looks: {}", told);
        news.drainPermits();
    }

    private boolean attend(UUID jurisdictionId) {
        return directory
                .find(jurisdictionId)
                .map(jurisdiction -> CurrentJurisdiction.inside(jurisdiction, () -> {
                    if (!cells.areCounted() && recounting.add(jurisdictionId)) {
                        recounts.execute(() -> recount(jurisdiction));
                    }
                    return cells.takeIn();
                }))
                .orElse(false);
    }

    private void recount(Jurisdiction jurisdiction) {
        try {
            CurrentJurisdiction.inside(jurisdiction, () -> {
                boolean more = !cells.areCounted();
                while (more && isRunning()) {
                    more = cells.countOn();
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("the map's cells are not counted yet: {}", e.getMessage());
            LOG.debug("cause", e);
            pause();
        } finally {
            recounting.remove(jurisdiction.id());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        listener.start();
        thread = Thread.ofPlatform().name("map-cells").daemon().unstarted(this::work);
        thread.start();
    }

    /** Lets it finish what it is at. */
    @Override
    public void stop() {
        listener.stop();
        Thread running = thread;
        thread = null;
        news.release();
        try {
            if (running != null) {
                running.join(AFTER_FAILURE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
