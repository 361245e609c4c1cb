package org.vigie.access.database;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;

/**
 * An immutable value read from tables of the jurisdiction that is open, kept in memory and read again when one of them has changed
 * (their triggers {@code touches} write a new {@code access.revision}). Whoever writes in this transaction sees it as it stands, and
 * nobody else does before it commits; afterwards everybody does within a second. Safe for any number of threads.
 */
public final class JurisdictionSnapshot<T> {

    private static final long STALE_NANOS = Duration.ofMillis(900).toNanos();

    private final String subject;
    private final Supplier<T> reader;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ConcurrentMap<UUID, Slot<T>> slots = new ConcurrentHashMap<>();

    JurisdictionSnapshot(String subject, Supplier<T> reader, JdbcClient jdbc, TransactionTemplate transaction) {
        this.subject = subject;
        this.reader = reader;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public T get() {
        Slot<T> slot = slots.computeIfAbsent(CurrentJurisdiction.get().id(), id -> new Slot<>());
        Checked<T> checked = slot.checked;
        return (checked != null && isFresh(checked) && !writes() ? checked : refresh(slot)).value();
    }

    /** Something was written here: the next call looks, whatever the time. */
    public void forget() {
        Slot<T> slot = slots.get(CurrentJurisdiction.get().id());
        if (slot != null) {
            slot.look();
        }
    }

    private static boolean writes() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private static boolean isFresh(Checked<?> checked) {
        return System.nanoTime() - checked.atNanos() <= STALE_NANOS;
    }

    /** The transaction comes before the lock: who holds the lock must never wait for a connection that a waiter holds. */
    private Checked<T> refresh(Slot<T> slot) {
        return Objects.requireNonNull(transaction.execute(status -> {
            slot.refreshing.lock();
            try {
                Checked<T> before = slot.checked;
                long asked = System.nanoTime();
                Revision revision = revision();
                if (revision.own()) {
                    return OfTransaction.of(slot).read(revision.id(), reader);
                }
                T value = before != null && before.revision().equals(revision.id()) ? before.value() : reader.get();
                Checked<T> now = new Checked<>(asked, revision.id(), value);
                slot.checked = now;
                return now;
            } finally {
                slot.refreshing.unlock();
            }
        }));
    }

    private Revision revision() {
        return jdbc.sql("""
                        select revision, coalesce(xmin = pg_current_xact_id_if_assigned()::xid, false) as own
                        from access.revision where subject = :subject
                        """)
                .param("subject", subject)
                .query((row, n) ->
                        new Revision(Optional.of(row.getObject("revision", UUID.class)), row.getBoolean("own")))
                .optional()
                .orElse(new Revision(Optional.empty(), false));
    }

    /** @param own written by this transaction, which may still be taken back */
    private record Revision(Optional<UUID> id, boolean own) {}

    private record Checked<T>(long atNanos, Optional<UUID> revision, T value) {

        Checked<T> outdated() {
            return new Checked<>(System.nanoTime() - STALE_NANOS - 1, revision, value);
        }
    }

    /** Of one transaction, for as long as it lasts; its end makes everybody look again. */
    private static final class OfTransaction<T> implements TransactionSynchronization {

        private final Slot<T> slot;
        private @Nullable Checked<T> read;

        private OfTransaction(Slot<T> slot) {
            this.slot = slot;
        }

        @SuppressWarnings("unchecked")
        static <T> OfTransaction<T> of(Slot<T> slot) {
            OfTransaction<T> known = (OfTransaction<T>) TransactionSynchronizationManager.getResource(slot);
            if (known != null) {
                return known;
            }
            OfTransaction<T> own = new OfTransaction<>(slot);
            TransactionSynchronizationManager.bindResource(slot, own);
            TransactionSynchronizationManager.registerSynchronization(own);
            return own;
        }

        Checked<T> read(Optional<UUID> revision, Supplier<T> reader) {
            Checked<T> before = read;
            if (before == null || !before.revision().equals(revision)) {
                before = new Checked<>(System.nanoTime(), revision, reader.get());
                read = before;
            }
            return before;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(slot);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(slot, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(slot);
            slot.look();
        }
    }

    private static final class Slot<T> {
        private final ReentrantLock refreshing = new ReentrantLock();

        private volatile @Nullable Checked<T> checked;

        void look() {
            Checked<T> before = checked;
            checked = before == null ? null : before.outdated();
        }
    }
}
