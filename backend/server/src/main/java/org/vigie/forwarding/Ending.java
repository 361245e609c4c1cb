package org.vigie.forwarding;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That a request which is with another organisation is no longer for them, and how far they have been told.
 *
 * @param forwardingId by which they know it when it comes again
 * @param status as they are told it
 */
record Ending(
        UUID forwardingId,
        String status,
        Stage stage,
        Instant endedAt,
        int attempts,
        Instant giveUpAt,
        Optional<String> lastError) {

    /** How far it has come. */
    enum Stage {
        WAITING,
        TOLD,
        /** They cannot be told so: staff have to. */
        NOT_TOLD
    }
}
