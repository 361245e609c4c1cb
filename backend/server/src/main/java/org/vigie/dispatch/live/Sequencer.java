package org.vigie.dispatch.live;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.access.OnlyWhenServing;

/**
 * Numbers changes as they commit: when told of one, and every second in case somebody else died before telling. One thread; what is
 * asked for several times while it works or draws breath is done once.
 */
@Component
@OnlyWhenServing
class Sequencer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** From the beginning of a round to the next: in a storm each takes many changes, while one that comes alone is numbered at once. */
    private static final Duration BREATH = Duration.ofMillis(50);

    private final LiveEvents events;
    private final JurisdictionDirectory directory;
    private final Object monitor = new Object();
    private final Set<UUID> wanted = new LinkedHashSet<>();
    private volatile @Nullable Thread thread;

    Sequencer(LiveEvents events, JurisdictionDirectory directory) {
        this.events = events;
        this.directory = directory;
    }

    /** Returns at once. */
    void wake(UUID jurisdictionId) {
        synchronized (monitor) {
            wanted.add(jurisdictionId);
            monitor.notifyAll();
        }
    }

    private void work() {
        while (isRunning()) {
            try {
                Set<UUID> round = nextRound();
                long begun = System.nanoTime();
                round.forEach(this::sequence);
                Thread.sleep(BREATH.minusNanos(System.nanoTime() - begun));
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("changes wait to be numbered: {}", e.getMessage());
                LOG.debug("cause", e);
                pause();
            }
        }
    }

    private Set<UUID> nextRound() throws InterruptedException {
        synchronized (monitor) {
            if (wanted.isEmpty()) {
                monitor.wait(POLL.toMillis());
            }
            if (!wanted.isEmpty()) {
                Set<UUID> round = new LinkedHashSet<>(wanted);
                wanted.clear();
                return round;
            }
        }
        return new LinkedHashSet<>(events.waiting());
    }

    private void sequence(UUID jurisdictionId) {
        directory
                .find(jurisdictionId)
                .ifPresent(jurisdiction -> CurrentJurisdiction.inside(jurisdiction, () -> {
                    events.sequence();
                }));
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("live-sequencer").daemon().unstarted(this::work);
        thread.start();
    }

    /** Lets it finish what it is at. What is left over is found by the next one. */
    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        synchronized (monitor) {
            monitor.notifyAll();
        }
        try {
            if (running != null) {
                running.join(POLL);
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
