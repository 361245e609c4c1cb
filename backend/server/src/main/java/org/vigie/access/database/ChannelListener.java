package org.vigie.access.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what is notified on one channel of PostgreSQL, over a connection of its own that is opened anew whenever it breaks. */
public final class ChannelListener {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelListener.class);
    private static final Duration LISTEN = Duration.ofMillis(500);
    private static final int ANSWER_SECONDS = 2;
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final DirectConnections connections;
    private final String channel;
    private final Hearer hearer;
    private volatile @Nullable Thread thread;

    /** Called on the listener's own thread. */
    public interface Hearer {

        /** Whatever was said while nobody listened was missed. */
        void connected();

        void heard(String payload);

        /** At least twice a second while connected, after what was heard. */
        default void passed() {}

        /** From now on something may be missed. */
        default void disconnected() {}
    }

    /** @param channel an SQL identifier */
    public ChannelListener(DirectConnections connections, String channel, Hearer hearer) {
        this.connections = connections;
        this.channel = channel;
        this.hearer = hearer;
    }

    public void start() {
        thread = Thread.ofPlatform().name("listen-" + channel).daemon().unstarted(this::listen);
        thread.start();
    }

    public void stop() {
        thread = null;
    }

    public boolean isRunning() {
        return thread != null;
    }

    private void listen() {
        while (isRunning()) {
            try (Connection connection = connections.open();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + channel);
                hearer.connected();
                hear(connection);
            } catch (SQLException | RuntimeException e) {
                hearer.disconnected();
                if (isRunning()) {
                    LOG.warn("not listening on {}, trying again: {}", channel, e.getMessage());
                    pause();
                }
            }
        }
        hearer.disconnected();
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection notifications = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            PGNotification[] heard = notifications.getNotifications((int) LISTEN.toMillis());
            boolean silent = heard == null || heard.length == 0;
            for (PGNotification notification : silent ? new PGNotification[0] : heard) {
                hearer.heard(notification.getParameter());
            }
            // A connection that was lost without a word is silent, too.
            if (silent && !connection.isValid(ANSWER_SECONDS)) {
                throw new SQLException("the connection does not answer");
            }
            hearer.passed();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RECONNECT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
