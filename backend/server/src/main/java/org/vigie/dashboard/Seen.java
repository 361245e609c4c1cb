package org.vigie.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one request adds to the figures of a period. */
record Seen(
        Life life,
        boolean received,
        boolean openAtEnd,
        boolean overdue,
        Optional<Took> firstAction,
        Optional<Took> settlement,
        List<Life.Pledge> decided,
        int handOvers,
        int reopened) {

    /** Whole seconds; working ones only where a calendar is kept. */
    record Took(long wallSeconds, Optional<Long> workingSeconds) {
        void addTo(List<Long> wall, List<Long> working) {
            wall.add(wallSeconds);
            workingSeconds.ifPresent(working::add);
        }
    }

    static Seen of(Life life, Instant from, Instant asOf, Optional<OpenTime> hours) {
        boolean open = life.state().isOpen();
        return new Seen(
                life,
                !life.receivedAt().isBefore(from),
                open,
                open && life.promises().stream().anyMatch(promise -> promise.isOverdue(asOf)),
                took(life, life.firstActionAt(), from, hours),
                took(life, life.settledAt(), from, hours),
                life.promises().stream()
                        .filter(promise -> promise.isDecided(from, asOf))
                        .toList(),
                (int) life.handOvers().stream().filter(at -> !at.isBefore(from)).count(),
                life.reopened(from));
    }

    private static Optional<Took> took(Life life, Optional<Instant> end, Instant from, Optional<OpenTime> hours) {
        return end.filter(at -> !at.isBefore(from))
                .map(at -> new Took(
                        Duration.between(life.receivedAt(), at).toSeconds(),
                        hours.map(open -> open.seconds(life.receivedAt(), at))));
    }
}
