package org.vigie.access;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The jurisdiction that this thread works for. Transactions begun inside see its rows only. */
public final class CurrentJurisdiction {

    private static final ThreadLocal<@Nullable Jurisdiction> OPEN = new ThreadLocal<>();

    private CurrentJurisdiction() {}

    public static Optional<Jurisdiction> find() {
        return Optional.ofNullable(OPEN.get());
    }

    /** @throws IllegalStateException when none is open, which is a fault of the caller */
    public static Jurisdiction get() {
        return find().orElseThrow(() -> new IllegalStateException("no jurisdiction is open on this thread"));
    }

    public static <T> T inside(Jurisdiction jurisdiction, Supplier<T> work) {
        Jurisdiction before = OPEN.get();
        OPEN.set(jurisdiction);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    public static void inside(Jurisdiction jurisdiction, Runnable work) {
        inside(jurisdiction, () -> {
            work.run();
            return true;
        });
    }

    /** As {@link #inside(Jurisdiction, Supplier)}, for work that may fail with a checked exception. */
    public static <T> T callInside(Jurisdiction jurisdiction, Callable<T> work) throws Exception {
        Jurisdiction before = OPEN.get();
        OPEN.set(jurisdiction);
        try {
            return work.call();
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable Jurisdiction before) {
        if (before == null) {
            OPEN.remove();
        } else {
            OPEN.set(before);
        }
    }
}
