package org.vigie.dispatch.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.vigie.access.OnlyWhenServing;
import org.vigie.access.Refusal;
import org.vigie.access.database.DirectConnections;

/** Hears over one connection of its own that something has happened, in whichever process, and lets the open screens know. */
@Component
@OnlyWhenServing
public class LiveFeed implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration LISTEN = Duration.ofSeconds(1);
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final LiveEvents events;
    private final LiveMessages messages;
    private final DirectConnections connections;
    private final Map<UUID, JurisdictionFeed> feeds = new ConcurrentHashMap<>();
    private volatile @Nullable Thread thread;

    LiveFeed(LiveEvents events, LiveMessages messages, DirectConnections connections) {
        this.events = events;
        this.messages = messages;
        this.connections = connections;
    }

    /**
     * Opens a screen. To be called with its jurisdiction open.
     *
     * @param seen the last event the screen saw; empty for a new one
     * @throws Refusal not-found when nothing is served to that audience
     */
    public Subscription subscribe(Viewer viewer, OptionalLong seen) {
        if (!messages.serves(viewer.audience())) {
            throw Refusal.notFound("live");
        }
        Subscription subscription = new Subscription(viewer, seen, this);
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

    void remove(Subscription subscription) {
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

    private void listen() {
        while (isRunning()) {
            try (Connection connection = connections.open();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + LiveEvents.CHANNEL);
                // Whatever was said while nobody listened.
                feeds.values().forEach(JurisdictionFeed::signal);
                hear(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                if (isRunning()) {
                    LOG.warn("not listening for changes, trying again: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        while (isRunning()) {
            PGNotification[] heard = connection.getNotifications((int) LISTEN.toMillis());
            for (PGNotification notification : heard == null ? new PGNotification[0] : heard) {
                JurisdictionFeed feed = feeds.get(UUID.fromString(notification.getParameter()));
                if (feed != null) {
                    feed.signal();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RECONNECT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("live-feed").daemon().unstarted(this::listen);
        thread.start();
    }

    /** Ends every stream, before the web server begins to wait for them. */
    @Override
    public void stop() {
        thread = null;
        feeds.values().forEach(feed -> feed.subscriptions().forEach(Subscription::end));
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
