package org.vigie.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Clients that ask one thing after the other, as soon as it is answered (closed) or at a rate of their own, whatever is answered (open). */
final class Clients {

    record Outcome(boolean success, long bytes) {}

    @FunctionalInterface
    interface Task {
        /** @param n from 0, of this client */
        Outcome run(KeptConnection connection, int client, long n) throws Exception;
    }

    private static final Outcome GAVE_UP = new Outcome(false, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Clients() {}

    static Sample closed(int clients, Duration length, String base, Task task) throws Exception {
        Tally tally = new Tally();
        long begun = System.nanoTime();
        long end = begun + length.toNanos();
        together(Thread.ofPlatform().daemon(), clients, client -> {
            try (KeptConnection connection = new KeptConnection(base)) {
                for (long n = 0; System.nanoTime() < end; n++) {
                    long before = System.nanoTime();
                    tally.add(task.run(connection, client, n), System.nanoTime() - before);
                }
            }
        });
        return tally.sample((System.nanoTime() - begun) / 1e9);
    }

    /**
     * Latency counts from the moment at which it was due, so that a server that stalls is told of by all who had to wait. Whoever is still
     * waiting some seconds after the last one was due has failed, and waited at least so long.
     */
    static Sample open(int perSecond, int connections, Duration length, String base, Task task) throws Exception {
        Tally tally = new Tally();
        BlockingQueue<Long> due = new LinkedBlockingQueue<>();
        long begun = System.nanoTime();
        long last = begun + length.plus(PATIENCE).toNanos();
        Thread clock = Thread.ofPlatform().daemon().start(() -> {
            for (long i = 0; i < perSecond * length.toSeconds(); i++) {
                long at = begun + i * 1_000_000_000L / perSecond;
                while (System.nanoTime() < at) {
                    LockSupport.parkNanos(at - System.nanoTime());
                }
                due.add(at);
            }
            for (int i = 0; i < connections; i++) {
                due.add(Long.MAX_VALUE);
            }
        });
        together(Thread.ofVirtual(), connections, client -> {
            try (KeptConnection connection = new KeptConnection(base)) {
                long n = 0;
                for (long at = due.take(); at != Long.MAX_VALUE; at = due.take()) {
                    Outcome outcome = System.nanoTime() > last ? GAVE_UP : task.run(connection, client, n++);
                    tally.add(outcome, System.nanoTime() - at);
                }
            }
        });
        clock.join();
        return tally.sample((System.nanoTime() - begun) / 1e9);
    }

    private interface Work {
        void run(int client) throws Exception;
    }

    private static void together(Thread.Builder thread, int clients, Work work) throws Exception {
        List<Thread> threads = new ArrayList<>();
        ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < clients; i++) {
            int client = i;
            threads.add(thread.start(() -> {
                try {
                    work.run(client);
                } catch (Exception e) {
                    failures.add(e);
                }
            }));
        }
        for (Thread one : threads) {
            one.join();
        }
        if (!failures.isEmpty()) {
            throw failures.peek();
        }
    }

    /** Latencies in their order of size, of whoever measures. */
    static final class Tally {
        private final List<long[]> chunks = new ArrayList<>();
        private final AtomicLong bytes = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();
        private long[] current = new long[1 << 16];
        private int filled;

        void add(Outcome outcome, long nanos) {
            bytes.addAndGet(outcome.bytes());
            if (!outcome.success()) {
                failed.incrementAndGet();
            }
            synchronized (this) {
                if (filled == current.length) {
                    chunks.add(current);
                    current = new long[1 << 16];
                    filled = 0;
                }
                current[filled++] = nanos;
            }
        }

        synchronized Sample sample(double seconds) {
            long[] all = new long[chunks.size() * (1 << 16) + filled];
            for (int i = 0; i < chunks.size(); i++) {
                System.arraycopy(chunks.get(i), 0, all, i << 16, 1 << 16);
            }
            System.arraycopy(current, 0, all, chunks.size() << 16, filled);
            Arrays.sort(all);
            return new Sample(
                    all.length / seconds,
                    percentile(all, 0.5) / 1e6,
                    percentile(all, 0.99) / 1e6,
                    all.length == 0 ? 0 : bytes.get() / 1e3 / all.length,
                    failed.get());
        }
    }

    static double percentile(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }
}
