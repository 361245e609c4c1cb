package org.vigie.territory.draft;

import java.util.UUID;

/**
 * Somebody has a draft open, has changed it, or has published or discarded it. Published inside the change's transaction.
 *
 * @param revision that it has now
 */
public record SectorDraftChanged(UUID draftId, int revision, What what, UUID accountId, String name) {

    /** What happened. */
    public enum What {
        OPEN,
        CHANGED,
        PUBLISHED,
        DISCARDED
    }
}
