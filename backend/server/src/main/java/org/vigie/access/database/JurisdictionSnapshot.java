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
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;

/**
 * An immutable value read from tables of the jurisdiction that is open, kept in memory and read again when one of them has changed
 * (their triggers {@code touches} write a new {@code access.revision}). Whoever writes in this transaction sees it as it stands;
 * everybody else after at most one second. Safe for any number of threads.
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
            slot.checked = slot.checked == null ? null : slot.checked.outdated();
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
                Optional<UUID> revision = revision();
                T value = before != null && before.revision().equals(revision) ? before.value() : reader.get();
                Checked<T> now = new Checked<>(asked, revision, value);
                slot.checked = now;
                return now;
            } finally {
                slot.refreshing.unlock();
            }
        }));
    }

    private Optional<UUID> revision() {
        return jdbc.sql("select revision from access.revision where subject = :subject")
                .param("subject", subject)
                .query(UUID.class)
                .optional();
    }

    private record Checked<T>(long atNanos, Optional<UUID> revision, T value) {

        Checked<T> outdated() {
            return new Checked<>(System.nanoTime() - STALE_NANOS - 1, revision, value);
        }
    }

    private static final class Slot<T> {
        private final ReentrantLock refreshing = new ReentrantLock();

        private volatile @Nullable Checked<T> checked;
    }
}
