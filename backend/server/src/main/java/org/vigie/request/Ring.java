package org.vigie.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.catalogue.Commitment;

/**
 * What the time ring draws: the next promise still open.
 *
 * @param left share of the promised time left, 1 down to 0; absent when nothing is promised any more
 * @param late the promise is broken and still open
 */
public record Ring(
        @Nullable Commitment commitment,
        @Nullable Instant startsAt,
        @Nullable Instant dueAt,
        @Nullable Double left,
        boolean late) {

    public static final Ring NONE = new Ring(null, null, null, null, false);

    public static Ring of(Deadline next, Instant now) {
        double whole = Duration.between(next.startsAt(), next.dueAt()).toMillis();
        double left = Math.clamp(Duration.between(now, next.dueAt()).toMillis() / whole, 0.0, 1.0);
        return new Ring(
                next.commitment(),
                next.startsAt(),
                next.dueAt(),
                left,
                next.dueAt().isBefore(now));
    }

    public static Ring of(Optional<Deadline> next, Instant now) {
        return next.map(deadline -> of(deadline, now)).orElse(NONE);
    }
}
