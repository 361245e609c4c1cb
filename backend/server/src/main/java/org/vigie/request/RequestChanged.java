package org.vigie.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a request. Published inside the transaction that wrote it: listeners that store what follows commit with it.
 *
 * @param entry what happened, as in the history
 * @param teamId who is responsible now
 * @param previousTeamId who was, when that changed
 * @param entered the state it is in now, when that changed
 */
public record RequestChanged(
        UUID requestId,
        HistoryEntry.Kind entry,
        UUID teamId,
        @Nullable UUID previousTeamId,
        @Nullable RequestState entered,
        Instant at) {}
