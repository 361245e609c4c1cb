package org.vigie.request;

import java.util.List;
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
 * @param received what came in, when it did just now: nobody needs to read it again, and nothing can follow it already
 */
public record RequestChanged(
        UUID requestId,
        HistoryEntry entry,
        UUID teamId,
        @Nullable UUID previousTeamId,
        @Nullable RequestState entered,
        boolean hidden,
        @Nullable Received received) {

    /** A new request as it was stored, and what was promised for it. */
    public record Received(Request request, List<Deadline> promises) {}

    /** To one that was there before. */
    public RequestChanged(
            UUID requestId,
            HistoryEntry entry,
            UUID teamId,
            @Nullable UUID previousTeamId,
            @Nullable RequestState entered,
            boolean hidden) {
        this(requestId, entry, teamId, previousTeamId, entered, hidden, null);
    }

    static RequestChanged received(Request request, List<Deadline> promises, HistoryEntry entry) {
        return new RequestChanged(
                request.id(),
                entry,
                request.assignment().teamId(),
                null,
                request.state(),
                false,
                new Received(request, promises));
    }
}
