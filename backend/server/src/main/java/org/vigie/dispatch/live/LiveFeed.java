package org.vigie.dispatch.live;

import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.vigie.access.OnlyWhenServing;
import org.vigie.access.Refusal;
import org.vigie.access.database.ChannelListener;
import org.vigie.access.database.DirectConnections;
import org.vigie.dispatch.Audience;

/** Hears over one connection of its own that something has happened, in whichever process, and lets the open screens know. */
@Component
@OnlyWhenServing
public class LiveFeed implements SmartLifecycle, ChannelListener.Hearer {

    private final LiveEvents events;
    private final LiveMessages messages;
    private final ScreenPlaces places;
    private final ChannelListener listener;
    private final Map<UUID, JurisdictionFeed> feeds = new ConcurrentHashMap<>();

    LiveFeed(LiveEvents events, LiveMessages messages, ScreenPlaces places, DirectConnections connections) {
        this.events = events;
        this.messages = messages;
        this.places = places;
        this.listener = new ChannelListener(connections, LiveEvents.CHANNEL, this);
    }

    /**
     * Opens a screen. To be called with its jurisdiction open.
     *
     * @param seen the last event the screen saw; empty for a new one
     * @throws Refusal not-found when nothing is served to that audience, too-many-screens when this process carries no more
     */
    public Subscription subscribe(Viewer viewer, OptionalLong seen) {
        if (!messages.serves(viewer.audience())) {
            throw Refusal.notFound("live");
        }
        places.take(viewer.audience());
        try {
            return admit(new Subscription(viewer, seen, this));
        } catch (RuntimeException e) {
            places.giveBack();
            throw e;
        }
    }

    private Subscription admit(Subscription subscription) {
        Viewer viewer = subscription.viewer();
        // Read before the screen is added: what commits from here on is handed out.
        long newest = events.standing(0).newest();
        feeds.compute(viewer.jurisdiction().id(), (id, running) -> {
            JurisdictionFeed feed = running == null ? opened(viewer, newest) : running;
            feed.add(subscription);
            return feed;
        });
        if (!isRunning()) {
            subscription.end();
        }
        return subscription;
    }

    private JurisdictionFeed opened(Viewer viewer, long newest) {
        JurisdictionFeed feed = new JurisdictionFeed(viewer.jurisdiction(), newest, events, messages);
        feed.start();
        return feed;
    }

    /** Tells the desks of a jurisdiction something that is true now: who is away misses it. Called on any thread. */
    void pass(UUID jurisdictionId, LiveMessage message) {
        JurisdictionFeed feed = feeds.get(jurisdictionId);
        if (feed != null) {
            feed.subscriptions().stream()
                    .filter(subscription -> subscription.viewer().audience() == Audience.DESK)
                    .filter(subscription -> !subscription.offer(message))
                    .forEach(Subscription::end);
        }
    }

    /** Once for each that was opened. */
    void remove(Subscription subscription) {
        places.giveBack();
        feeds.computeIfPresent(subscription.viewer().jurisdiction().id(), (id, feed) -> {
            feed.remove(subscription);
            if (feed.subscriptions().isEmpty()) {
                feed.stop();
                return null;
            }
            return feed;
        });
    }

    LiveEvents events() {
        return events;
    }

    LiveMessages messages() {
        return messages;
    }

    @Override
    public void connected() {
        feeds.values().forEach(JurisdictionFeed::signal);
    }

    @Override
    public void heard(String jurisdictionId) {
        JurisdictionFeed feed = feeds.get(UUID.fromString(jurisdictionId));
        if (feed != null) {
            feed.signal();
        }
    }

    @Override
    public void start() {
        listener.start();
    }

    /** Ends every stream, before the web server begins to wait for them. */
    @Override
    public void stop() {
        listener.stop();
        feeds.values().forEach(feed -> feed.subscriptions().forEach(Subscription::end));
    }

    @Override
    public boolean isRunning() {
        return listener.isRunning();
    }
}
