package org.vigie.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a request. Published inside the transaction that wrote it: listeners that store what follows commit with it.
 *
 * @param entry the line of the history that tells it
 * @param teamId who is responsible now
 * @param previousTeamId who was, when that changed
 * @param entered the state it is in now, when that changed
 * @param hidden it is private now and was not before
 */
public record RequestChanged(
        UUID requestId,
        HistoryEntry entry,
        UUID teamId,
        @Nullable UUID previousTeamId,
        @Nullable RequestState entered,
        boolean hidden) {}
