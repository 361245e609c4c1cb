package org.vigie.access.database;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;

/**
 * An immutable value read from tables of the jurisdiction that is open, kept in memory and read again when one of them has changed
 * (their triggers {@code touches} write a new {@code access.revision}). Whoever writes in this transaction sees it as it stands, and
 * nobody else does before it commits; afterwards everybody here does at once and other processes within a second. A transaction that
 * writes uses nothing older than its first look. Safe for any number of threads, which wait for each other only to read the value itself.
 */
public final class JurisdictionSnapshot<T> {

    private final String subject;
    private final Supplier<T> reader;
    private final Revisions revisions;
    private final TransactionTemplate transaction;
    private final ConcurrentMap<UUID, Slot<T>> slots = new ConcurrentHashMap<>();

    JurisdictionSnapshot(String subject, Supplier<T> reader, Revisions revisions, TransactionTemplate transaction) {
        this.subject = subject;
        this.reader = reader;
        this.revisions = revisions;
        this.transaction = transaction;
    }

    public T get() {
        Slot<T> slot = slots.computeIfAbsent(CurrentJurisdiction.get().id(), id -> new Slot<>());
        if (Revisions.writes()) {
            return current(slot);
        }
        Held<T> held = slot.held.get();
        return held != null && revisions.isFresh(held.askedNanos())
                ? held.value()
                : Objects.requireNonNull(transaction.execute(status -> current(slot)));
    }

    /** Something was written here: the next call looks, whatever the time. */
    public void forget() {
        revisions.touched(CurrentJurisdiction.get().id());
    }

    private T current(Slot<T> slot) {
        Revisions.Seen seen = revisions.see();
        Optional<UUID> revision = seen.of(subject);
        if (seen.own().contains(subject)) {
            return OfTransaction.of(slot).read(revision, reader);
        }
        Held<T> held = slot.held.get();
        if (held != null && held.suits(seen, revision)) {
            slot.confirm(held, seen);
            return held.value();
        }
        return read(slot, seen, revision);
    }

    /** One reads, whoever wants the same waits for it. All of them are in a transaction already, so nobody waits for a connection. */
    private T read(Slot<T> slot, Revisions.Seen seen, Optional<UUID> revision) {
        slot.reading.lock();
        try {
            Held<T> meanwhile = slot.held.get();
            if (meanwhile != null && meanwhile.suits(seen, revision)) {
                return meanwhile.value();
            }
            T value = reader.get();
            slot.held.set(new Held<>(seen.askedNanos(), revision, value));
            return value;
        } finally {
            slot.reading.unlock();
        }
    }

    private record Held<T>(long askedNanos, Optional<UUID> revision, T value) {

        /** The same revision, or one that was asked for later. */
        boolean suits(Revisions.Seen seen, Optional<UUID> wanted) {
            return revision.equals(wanted) || askedNanos - seen.askedNanos() > 0;
        }
    }

    /** Of one transaction, for as long as it lasts. */
    private static final class OfTransaction<T> implements TransactionSynchronization {

        private final Slot<T> slot;
        private @Nullable Held<T> read;

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

        T read(Optional<UUID> revision, Supplier<T> reader) {
            Held<T> before = read;
            if (before == null || !before.revision().equals(revision)) {
                before = new Held<>(0, revision, reader.get());
                read = before;
            }
            return before.value();
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
        }
    }

    private static final class Slot<T> {
        private final ReentrantLock reading = new ReentrantLock();
        private final AtomicReference<@Nullable Held<T>> held = new AtomicReference<>();

        /** The same value, known to hold at a later moment. */
        void confirm(Held<T> known, Revisions.Seen seen) {
            if (seen.askedNanos() - known.askedNanos() > 0) {
                held.compareAndSet(known, new Held<>(seen.askedNanos(), known.revision(), known.value()));
            }
        }
    }
}
