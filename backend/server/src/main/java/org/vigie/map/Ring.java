package org.vigie.map;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The next promise still open, as the ring round a request draws it; read from a published view, unlike {@code request.Ring}, which is
 * counted from the promises themselves.
 *
 * @param pausedAt since when it stands still
 * @param left share of the promised time that is left, 1 down to 0; absent when nothing is promised any more
 * @param late the promised time is over
 */
public record Ring(
        @Nullable String commitment,
        @Nullable Instant startsAt,
        @Nullable Instant dueAt,
        @Nullable Instant pausedAt,
        @Nullable Double left,
        boolean late) {

    private static final Ring DONE = new Ring(null, null, null, null, null, false);

    /** At a given moment; a due instant that is absent means that nothing is promised any more. */
    public static Ring at(
            Instant now,
            @Nullable String commitment,
            @Nullable Instant startsAt,
            @Nullable Instant dueAt,
            @Nullable Instant pausedAt) {
        if (commitment == null || startsAt == null || dueAt == null) {
            return DONE;
        }
        Instant stands = pausedAt == null ? now : pausedAt;
        double whole = Math.max(1, Duration.between(startsAt, dueAt).toMillis());
        double left = Math.clamp(Duration.between(stands, dueAt).toMillis() / whole, 0.0, 1.0);
        double rounded = Math.round(left * 1000) / 1000.0;
        return new Ring(commitment, startsAt, dueAt, pausedAt, rounded, stands.isAfter(dueAt));
    }
}
