package org.vigie.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a hook is still to be told, or that was given up.
 *
 * @param sequence grows with each event of that request for that hook; there may be gaps
 * @param entryId of the history
 * @param round raised when somebody has it sent again
 */
public record WaitingEvent(
        UUID id,
        UUID hookId,
        UUID requestId,
        int sequence,
        EventKind kind,
        UUID entryId,
        Instant happenedAt,
        Optional<String> entered,
        int round,
        int attempts,
        Instant nextAttemptAt,
        Instant giveUpAt,
        Optional<Instant> givenUpAt,
        Optional<String> lastError) {}
