package org.vigie.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Publishes events at a rate: to us as another process of the service would, numbered and told with their commit; to nchan by HTTP. */
final class Publisher {

    interface Event {
        void publish(int n) throws Exception;
    }

    private Publisher() {}

    static int at(int perSecond, Duration length, Screens screens, Event event) throws Exception {
        return at(perSecond, length, n -> {
            screens.publishing(n);
            event.publish(n);
        });
    }

    static int at(int perSecond, Duration length, Event event) throws Exception {
        int count = (int) (perSecond * length.toSeconds());
        long begun = System.nanoTime();
        for (int n = 0; n < count; n++) {
            long due = begun + n * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            event.publish(n);
        }
        return count;
    }

    /** Changes of requests of the city, one after the other. */
    static final class OfCity implements Event, AutoCloseable {

        private final Connection connection;
        private final PreparedStatement insert;
        private final PreparedStatement tell;
        private final List<UUID> requests;

        OfCity(City city) throws SQLException {
            this.requests = city
                    .database()
                    .rows(city.name(), "select request_id from request.request where state = 'ASSIGNED' limit 1000")
                    .stream()
                    .map(row -> UUID.fromString(row[0]))
                    .toList();
            this.connection = city.database().connect(city.name());
            connection.setAutoCommit(false);
            this.insert = connection.prepareStatement("""
                    insert into dispatch.live_event (jurisdiction_id, event_id, request_id, change, team_id, happened_at, visibility)
                    select jurisdiction_id, nextval('dispatch.live_event_id'), request_id, 'ASSIGNED', team_id, now(), 'PUBLISHED'
                    from request.request where request_id = ? and jurisdiction_id = '%s'
                    """.formatted(city.jurisdictionId()));
            this.tell = connection.prepareStatement("select pg_notify('vigie_live', '" + city.jurisdictionId() + "')");
        }

        @Override
        public void publish(int n) throws SQLException {
            insert.setObject(1, requests.get(n % requests.size()));
            insert.executeUpdate();
            tell.execute();
            connection.commit();
        }

        /** A server notices that a screen has gone when it writes to it, and the second time at the latest. */
        void letGo() throws Exception {
            for (int n = 0; n < 4; n++) {
                publish(n);
                Thread.sleep(250);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
