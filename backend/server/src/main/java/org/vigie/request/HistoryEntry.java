package org.vigie.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a request's history; never changed afterwards.
 *
 * @param publicText what the public and the requester may read; names a service or a team, never a person
 * @param staffText what staff may read besides
 * @param actorLabel who did it, as staff see it
 */
public record HistoryEntry(
        UUID id,
        Instant at,
        Kind kind,
        @Nullable RequestState from,
        @Nullable RequestState to,
        @Nullable String publicText,
        @Nullable String staffText,
        @Nullable UUID actorAccountId,
        String actorLabel) {

    /** What the requester said themselves, as opposed to what was said to them. */
    public boolean isFromRequester() {
        return actorAccountId == null && !actorLabel.equals(Actor.VIGIE.label());
    }

    /** What can happen to a request. */
    public enum Kind {
        RECEIVED,
        LOCATED,
        ASSIGNED,
        ACKNOWLEDGED,
        ACCEPTED,
        EN_ROUTE,
        ON_SITE,
        STARTED,
        IMPOSSIBLE,
        RESOLVED,
        REPLIED,
        CLOSED,
        REOPENED,
        REJECTED,
        FORWARDED,
        DUPLICATE,
        MOVED,
        RECLASSIFIED,
        PRIORITY,
        MESSAGE,
        NOTE,
        IMPORTED,
        UPDATED,
        PAUSED,
        RESUMED,
        RECOUNTED,
        ESCALATED,
        OWNED,
        TRANSMITTED,
        REFUSED,
        DELIVERED,
        UNDELIVERED,
        REMINDED,
        /** The authority that it was forwarded to says something of it. */
        TOLD_BY_AUTHORITY,
        /** The system of that authority has not taken it: somebody has to look. */
        NOT_TAKEN
    }
}
