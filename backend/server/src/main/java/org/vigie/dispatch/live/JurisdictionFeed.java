package org.vigie.dispatch.live;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.dispatch.Audience;

/** Reads the new events of one jurisdiction, once for all its screens, and hands them out. */
final class JurisdictionFeed {

    private static final Logger LOG = LoggerFactory.getLogger(JurisdictionFeed.class);
    private static final int BATCH = 500;
    /** However it came that nobody told us. */
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(5);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final Jurisdiction jurisdiction;
    private final LiveEvents events;
    private final LiveMessages messages;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final Semaphore signal = new Semaphore(1);
    private final Thread thread;
    private volatile boolean stopped;
    private long readTo;

    /** @param readTo newest event before the first screen was added */
    JurisdictionFeed(Jurisdiction jurisdiction, long readTo, LiveEvents events, LiveMessages messages) {
        this.jurisdiction = jurisdiction;
        this.readTo = readTo;
        this.events = events;
        this.messages = messages;
        this.thread = Thread.ofVirtual().name("live-" + jurisdiction.code()).unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    /** Not by interruption: that would break a connection in the middle of a query. */
    void stop() {
        stopped = true;
        signal.release();
    }

    void add(Subscription subscription) {
        subscriptions.add(subscription);
    }

    void remove(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    Set<Subscription> subscriptions() {
        return subscriptions;
    }

    /** There may be something new. Returns at once. */
    void signal() {
        signal.release();
    }

    private void work() {
        CurrentJurisdiction.inside(jurisdiction, () -> {
            try {
                while (!stopped) {
                    readWhenSignalled();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void readWhenSignalled() throws InterruptedException {
        boolean told = signal.tryAcquire(LOOK_ANYWAY.toMillis(), TimeUnit.MILLISECONDS);
        signal.drainPermits();
        try {
            while (!stopped && readOn() == BATCH) {
                LOG.debug("more to read after {} ({})", readTo, told);
            }
        } catch (RuntimeException e) {
            LOG.warn("live events of {} wait: {}", jurisdiction.code(), e.getMessage());
            Thread.sleep(AFTER_A_FAILURE);
            signal.release();
        }
    }

    private int readOn() {
        List<LiveEvent> fresh = events.after(readTo, BATCH);
        if (!fresh.isEmpty()) {
            handOut(fresh);
            readTo = fresh.get(fresh.size() - 1).id();
        }
        return fresh.size();
    }

    private void handOut(List<LiveEvent> fresh) {
        Map<Audience, List<LiveMessages.Encoded>> encoded = new EnumMap<>(Audience.class);
        for (Subscription subscription : subscriptions) {
            Viewer viewer = subscription.viewer();
            List<LiveMessages.Encoded> forThem =
                    encoded.computeIfAbsent(viewer.audience(), audience -> messages.encode(fresh, audience));
            if (!offerAll(subscription, viewer, forThem)) {
                subscription.end();
                subscriptions.remove(subscription);
            }
        }
    }

    private static boolean offerAll(Subscription subscription, Viewer viewer, List<LiveMessages.Encoded> all) {
        for (LiveMessages.Encoded one : all) {
            LiveMessage message = one.to(viewer);
            if (message != null && !subscription.offer(message)) {
                return false;
            }
        }
        return true;
    }
}
