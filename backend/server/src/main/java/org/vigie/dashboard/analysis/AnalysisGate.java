package org.vigie.dashboard.analysis;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.Refusal;

/**
 * Lets few analyses run at once and none for long: ten years of a great city may be asked for, and whoever takes calls meanwhile needs
 * connections and processors. Whoever comes while as many run waits a little.
 */
@Component
public class AnalysisGate {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String CANCELLED = "57014";

    /**
     * @param patience how long somebody waits for one of the places
     * @param longest of a single statement
     */
    record Limits(int atOnce, Duration patience, Duration longest) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Limits limits;
    private final Semaphore places;

    @Autowired
    AnalysisGate(JdbcClient jdbc, TransactionTemplate transaction) {
        this(jdbc, transaction, new Limits(AT_ONCE, PATIENCE, LONGEST));
    }

    AnalysisGate(JdbcClient jdbc, TransactionTemplate transaction, Limits limits) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.limits = limits;
        this.places = new Semaphore(limits.atOnce(), true);
    }

    /** @throws Refusal analyses-busy, analysis-too-long */
    public <T> T run(Supplier<T> analysis) {
        if (!hasPlace()) {
            throw new Refusal(Refusal.Kind.TOO_MANY, "analyses-busy", 1);
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                jdbc.sql("select set_config('statement_timeout', :longest, true)")
                        .param("longest", limits.longest().toMillis() + "ms")
                        .query(String.class)
                        .single();
                return analysis.get();
            }));
        } catch (DataAccessException e) {
            throw isCancelled(e) ? Refusal.invalid("analysis-too-long") : e;
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isCancelled(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException sql && CANCELLED.equals(sql.getSQLState());
    }
}
