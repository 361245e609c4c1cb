package org.vigie.webhook;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Another system that is told what happens.
 *
 * @param address where it listens
 * @param secretNumber raised when its secret is made anew
 */
public record Webhook(UUID id, String name, String address, int secretNumber, Content content, Filter filter) {

    /** What it may read. */
    public enum Content {
        /** What everybody may. */
        PUBLIC,
        /** What staff may, private requests included. */
        STAFF
    }

    /**
     * What it hears of; empty stands for all.
     *
     * @param categories by code
     * @param groundId a named piece of ground, in which the request must lie
     */
    public record Filter(Set<EventKind> kinds, Set<String> categories, Optional<UUID> groundId) {

        boolean covers(String category, Set<UUID> grounds) {
            return (categories.isEmpty() || categories.contains(category))
                    && groundId.map(grounds::contains).orElse(true);
        }
    }

    /**
     * How it goes.
     *
     * @param failingSince nothing was taken since then
     * @param pausedAt it failed for so long that it is tried no more until somebody resumes it
     * @param taken how many events it took
     */
    public record Health(
            Optional<Instant> failingSince,
            Optional<Instant> restingUntil,
            Optional<Instant> pausedAt,
            Optional<Instant> lastTakenAt,
            long taken,
            Optional<String> lastError) {}

    /** The kinds that it hears, as far as its content allows. */
    Set<EventKind> hears() {
        Set<EventKind> kinds =
                filter.kinds().isEmpty() ? EnumSet.allOf(EventKind.class) : EnumSet.copyOf(filter.kinds());
        if (content == Content.PUBLIC) {
            Arrays.stream(EventKind.values()).filter(EventKind::isForStaff).forEach(kinds::remove);
        }
        return kinds;
    }
}
