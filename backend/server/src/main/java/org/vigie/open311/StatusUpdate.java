package org.vigie.open311;

import java.time.Instant;
import java.util.UUID;
import org.vigie.request.RequestState;

/**
 * Something that happened to a request.
 *
 * @param requestNumber as {@code service_request_id}
 * @param state that the request had from then on
 * @param text as everybody may read it; may be empty
 */
public record StatusUpdate(UUID id, String requestNumber, RequestState state, Instant at, String text) {

    /** As mySociety's clients know it, which have more words than open and closed. */
    public String extendedStatus() {
        return switch (state) {
            case RECEIVED, REOPENED -> "open";
            case ASSIGNED -> "action_scheduled";
            case IN_PROGRESS -> "in_progress";
            case RESOLVED -> "fixed";
            case CLOSED -> "closed";
            case FORWARDED -> "not_councils_responsibility";
            case REJECTED -> "no_further_action";
            case DUPLICATE -> "duplicate";
        };
    }
}
