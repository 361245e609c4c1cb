package org.vigie.request;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.catalogue.Commitment;

/**
 * What the time ring draws: the next promise still open.
 *
 * @param pausedAt since when it stands still: nothing is counted, and it does not become late
 * @param left share of the promised time left, 1 down to 0; absent when nothing is promised any more
 * @param late the promise is broken and still open
 */
public record Ring(
        @Nullable Commitment commitment,
        @Nullable Instant startsAt,
        @Nullable Instant dueAt,
        @Nullable Instant pausedAt,
        @Nullable Double left,
        boolean late) {

    public static final Ring NONE = new Ring(null, null, null, null, null, false);

    /** Of that deadline, whether it is the next one or not. */
    public static Ring of(Deadline next, Instant now) {
        return of(
                next.commitment(),
                next.startsAt(),
                next.dueAt(),
                next.pausedAt().orElse(null),
                now);
    }

    /** @param pausedAt since when it stands still; absent when it runs */
    public static Ring of(
            Commitment commitment, Instant startsAt, Instant dueAt, @Nullable Instant pausedAt, Instant now) {
        Instant stands = pausedAt == null ? now : pausedAt;
        double whole = Duration.between(startsAt, dueAt).toMillis();
        double left = Math.clamp(Duration.between(stands, dueAt).toMillis() / whole, 0.0, 1.0);
        return new Ring(commitment, startsAt, dueAt, pausedAt, left, dueAt.isBefore(stands));
    }
}
