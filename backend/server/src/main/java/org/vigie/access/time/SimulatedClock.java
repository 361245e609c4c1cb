package org.vigie.access.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.access.database.ChannelListener;
import org.vigie.access.database.DirectConnections;

/**
 * A clock that can be put on, for cities that do not exist. What it shows is kept in {@code access.simulated_time}: every process on
 * that database and its own queries ({@code access.now()}) agree. Whoever puts it on sees it at once, the other processes as soon as
 * the database has told them, which takes milliseconds; until then theirs is slow, never fast. It never goes back.
 */
public final class SimulatedClock extends Clock implements ChannelListener.Hearer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedClock.class);
    private static final Clock WALL = Clock.systemUTC();

    /** @param shown what it showed when the wall's clock showed {@code setAt} */
    private record Reading(Instant setAt, Instant shown, double speed) {

        Instant at(Instant wall) {
            long passed = Math.max(0, Duration.between(setAt, wall).toNanos());
            return shown.plusNanos((long) (passed * speed));
        }
    }

    private final JdbcClient jdbc;
    private final ChannelListener listener;
    private final List<Runnable> hearers = new CopyOnWriteArrayList<>();
    private volatile Reading reading;

    private SimulatedClock(JdbcClient jdbc, DirectConnections connections) {
        this.jdbc = jdbc;
        this.listener = new ChannelListener(connections, "simulated_time", this);
        this.reading = read();
    }

    /**
     * @param speed seconds that pass in one of the wall's; a clock that runs already goes on from what it shows
     * @throws IllegalStateException where a jurisdiction exists in truth
     */
    static SimulatedClock start(double speed, JdbcClient jdbc, DirectConnections connections) {
        try {
            jdbc.sql("""
                            insert into access.simulated_time (set_at, shown, speed) values (now(), now(), :speed)
                            on conflict (only_one) do update set set_at = now(), shown = access.now(), speed = excluded.speed
                            where simulated_time.speed <> excluded.speed
                            """).param("speed", speed).update();
        } catch (DataIntegrityViolationException e) {
            throw new IllegalStateException(
                    "time cannot be simulated here: this database has a jurisdiction that is not fictional. "
                            + "Start without VIGIE_SIMULATED_TIME, or use another database.",
                    e);
        }
        SimulatedClock clock = new SimulatedClock(jdbc, connections);
        clock.listener.start();
        LOG.warn("TIME IS SIMULATED: it is {} and goes {} times as fast as the wall's clock", clock.instant(), speed);
        return clock;
    }

    @Override
    public Instant instant() {
        return reading.at(WALL.instant());
    }

    public double speed() {
        return reading.speed();
    }

    /** Puts the clock on, unless it shows more already. */
    public void putOn(Instant to) {
        jdbc.sql("update access.simulated_time set set_at = now(), shown = :to where access.now() <= :to")
                .param("to", to.atOffset(ZoneOffset.UTC))
                .update();
        connected();
    }

    /** Called whenever somebody, in whatever process, has put the clock on. */
    public void whenSet(Runnable hearer) {
        hearers.add(hearer);
    }

    @Override
    public void connected() {
        readAgain();
        hearers.forEach(Runnable::run);
    }

    /** One after the other: what was read before must not come after. */
    private synchronized void readAgain() {
        reading = read();
    }

    @Override
    public void heard(String nothing) {
        connected();
    }

    private Reading read() {
        return jdbc.sql("select set_at, shown, speed from access.simulated_time")
                .query((row, n) -> new Reading(
                        row.getTimestamp("set_at").toInstant(),
                        row.getTimestamp("shown").toInstant(),
                        row.getDouble("speed")))
                .single();
    }

    @Override
    public void close() {
        listener.stop();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Instants only: days and hours are told by whoever knows the jurisdiction's zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("ask for the instant");
    }
}
