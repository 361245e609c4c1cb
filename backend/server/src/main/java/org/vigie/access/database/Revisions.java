package org.vigie.access.database;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigie.access.CurrentJurisdiction;

/**
 * Which revisions hold of what is kept in memory of the jurisdiction that is open. A transaction that writes asks once for all of them,
 * and again only after it touched something itself or has gone on for almost a second.
 */
@Component
final class Revisions {

    private static final long STALE_NANOS = Duration.ofMillis(900).toNanos();

    /**
     * @param askedNanos of {@link System#nanoTime}, before the question
     * @param own subjects that this transaction has written, which may still be taken back
     */
    record Seen(long askedNanos, Map<String, UUID> bySubject, Set<String> own) {

        Optional<UUID> of(String subject) {
            return Optional.ofNullable(bySubject.get(subject));
        }
    }

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final ConcurrentMap<UUID, Long> touchedNanos = new ConcurrentHashMap<>();

    Revisions(JdbcClient jdbc, DataSource serviceDataSource) {
        this.jdbc = jdbc;
        this.dataSource = serviceDataSource;
    }

    /** What was committed here in that jurisdiction: whatever was asked before is asked again, whatever the time. */
    void touched(UUID jurisdictionId) {
        touchedNanos.put(jurisdictionId, System.nanoTime());
    }

    /** Whether the answer to a question may be relied on still. */
    boolean isFresh(long askedNanos) {
        Long touched = touchedNanos.get(CurrentJurisdiction.get().id());
        return System.nanoTime() - askedNanos <= STALE_NANOS && (touched == null || askedNanos - touched > 0);
    }

    /** To be called in a transaction. Remembered for as long as it lasts when it writes. */
    Seen see() {
        return writes() ? OfTransaction.of(this).see() : ask();
    }

    static boolean writes() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private Seen ask() {
        long asked = System.nanoTime();
        Map<String, UUID> bySubject = new HashMap<>();
        Set<String> own = new HashSet<>();
        jdbc.sql("""
                        select subject, revision, coalesce(xmin = pg_current_xact_id_if_assigned()::xid, false) as own
                        from access.revision where jurisdiction_id = access.current_jurisdiction()
                        """).query(row -> {
            bySubject.put(row.getString("subject"), row.getObject("revision", UUID.class));
            if (row.getBoolean("own")) {
                own.add(row.getString("subject"));
            }
        });
        return new Seen(asked, bySubject, own);
    }

    /** What one transaction has seen, for the jurisdiction that it is bound to. */
    private static final class OfTransaction implements TransactionSynchronization {

        private final Revisions revisions;
        private @Nullable Seen seen;
        private String mark = "";

        private OfTransaction(Revisions revisions) {
            this.revisions = revisions;
        }

        static OfTransaction of(Revisions revisions) {
            OfTransaction known = (OfTransaction) TransactionSynchronizationManager.getResource(revisions);
            if (known != null) {
                return known;
            }
            OfTransaction begun = new OfTransaction(revisions);
            TransactionSynchronizationManager.bindResource(revisions, begun);
            TransactionSynchronizationManager.registerSynchronization(begun);
            return begun;
        }

        Seen see() {
            String now = TouchMark.of(revisions.dataSource);
            Seen before = seen;
            boolean holds =
                    before != null && mark.equals(now) && System.nanoTime() - before.askedNanos() <= STALE_NANOS;
            if (!holds) {
                before = revisions.ask();
                seen = before;
                mark = now;
            }
            return Objects.requireNonNull(before);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(revisions);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(revisions, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(revisions);
        }
    }
}
