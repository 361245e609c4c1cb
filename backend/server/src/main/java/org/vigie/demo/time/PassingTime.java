package org.vigie.demo.time;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.access.OnlyWhenServing;
import org.vigie.access.Refusal;
import org.vigie.access.time.SimulatedClock;

/**
 * Puts the simulated clock on, and stops at every instant for which a durable task is planned until what was due is done: each timer
 * goes off at its own instant, as if one had waited.
 */
@Component
@OnlyWhenServing
public class PassingTime {

    private static final Logger LOG = LoggerFactory.getLogger(PassingTime.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofNanos(500_000);
    private static final int LOOKS_BETWEEN_CALLS = 40;
    /** What a process that died had begun is taken up by another only as time goes on: it must not be waited for longer. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Clock clock;
    private final Scheduler scheduler;
    private final JdbcClient jdbc;
    private final ReentrantLock passing = new ReentrantLock();

    PassingTime(Clock clock, Scheduler scheduler, JdbcClient jdbc) {
        this.clock = clock;
        this.scheduler = scheduler;
        this.jdbc = jdbc;
    }

    /**
     * Lets time pass up to an instant; one caller at a time.
     *
     * @return what the clock shows afterwards
     * @throws Refusal time-is-real; time-goes-forward when it shows more already
     */
    public Instant passTo(Instant to) {
        if (!(clock instanceof SimulatedClock simulated)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "time-is-real");
        }
        passing.lock();
        try {
            if (to.isBefore(clock.instant())) {
                throw new Refusal(Refusal.Kind.CONFLICT, "time-goes-forward", clock.instant());
            }
            doWhatIsDue();
            for (Optional<Instant> next = next(to); next.isPresent(); next = next(to)) {
                simulated.putOn(next.get());
                doWhatIsDue();
            }
            simulated.putOn(to);
            return clock.instant();
        } finally {
            passing.unlock();
        }
    }

    private Optional<Instant> next(Instant upTo) {
        return jdbc.sql(
                        "select min(execution_time) from notification.scheduled_task where execution_time > :now and execution_time <= :to")
                .param("now", Timestamp.from(clock.instant()))
                .param("to", Timestamp.from(upTo))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .filter(next -> next.isAfter(clock.instant()));
    }

    private void doWhatIsDue() {
        long until = System.nanoTime() + LONGEST_WAIT.toNanos();
        for (int look = 0; isDue(); look++) {
            if (look % LOOKS_BETWEEN_CALLS == 0) {
                scheduler.triggerCheckForDueExecutions();
            }
            if (System.nanoTime() > until) {
                LOG.warn("what was due at {} is not done after {}; time goes on", clock.instant(), LONGEST_WAIT);
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** A task that is being done stands in the table until it is done. */
    private boolean isDue() {
        return jdbc.sql("select exists (select from notification.scheduled_task where execution_time <= :now)")
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }
}
