package org.vigie.territory.draft;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Sectors on their way to being published.
 *
 * @param basedOn version it started from
 * @param revision rises with every change
 * @param step the last edit that stands, 0 without; those up to {@code lastStep} have been undone
 */
public record SectorDraft(
        UUID id,
        UUID setId,
        String name,
        UUID basedOn,
        int revision,
        int step,
        int lastStep,
        By created,
        By changed,
        Optional<UUID> publishedAs,
        boolean isDiscarded) {

    /** Who and when. */
    public record By(String name, Instant at) {}

    public boolean isOpen() {
        return publishedAs.isEmpty() && !isDiscarded;
    }
}
