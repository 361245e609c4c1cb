package org.vigie.map.cells;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.access.OnlyWhenServing;

/**
 * Takes what was noted into the cells, a few times a second, and counts those of a jurisdiction that has none, which may take minutes and has
 * a thread of its own. Whatever it was at when it died is taken up by the next one, in this process or another.
 */
@Component
@OnlyWhenServing
class CellWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CellWorker.class);
    /** A tile is out of date for so long, and as long as taking in takes. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Cells cells;
    private final JurisdictionDirectory directory;
    private final ExecutorService recounts = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("map-cells-recount").daemon().factory());
    private final Set<UUID> recounting = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread thread;

    CellWorker(Cells cells, JurisdictionDirectory directory) {
        this.cells = cells;
        this.directory = directory;
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
                if (isRunning() && !cells.areCounted()) {
                    cells.recount();
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
        thread = Thread.ofPlatform().name("map-cells").daemon().unstarted(this::work);
        thread.start();
    }

    /** Lets it finish what it is at. */
    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
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
