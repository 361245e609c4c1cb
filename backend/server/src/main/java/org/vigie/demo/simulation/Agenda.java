package org.vigie.demo.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Who does what when; at the same instant in the order in which it was resolved. */
final class Agenda {

    /** Something that somebody will do. */
    record Entry(Instant at, long order, Runnable act) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::order));
    private long order;

    void add(Instant at, Runnable act) {
        entries.add(new Entry(at, order++, act));
    }

    /** Takes the next one off, unless it lies behind that instant. */
    Optional<Entry> next(Instant until) {
        Entry next = entries.peek();
        return next == null || next.at().isAfter(until) ? Optional.empty() : Optional.ofNullable(entries.poll());
    }
}
