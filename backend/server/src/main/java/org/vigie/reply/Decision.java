package org.vigie.reply;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the trace: who decided what on which text.
 *
 * @param textSha256 of the text that was decided on
 * @param onBehalfOf whose place was taken
 * @param voidedAt when a changed text took its force away
 */
public record Decision(
        UUID id,
        int stepNumber,
        String stepTitle,
        Verdict verdict,
        String remarks,
        byte[] textSha256,
        UUID accountId,
        String accountName,
        Optional<OnBehalfOf> onBehalfOf,
        Instant at,
        Optional<Instant> voidedAt) {

    /** What was decided. */
    public enum Verdict {
        APPROVED,
        SIGNED,
        RETURNED
    }

    /** The one who is away. */
    public record OnBehalfOf(UUID accountId, String name) {}

    /** Whether it lets the letter pass its step. */
    public boolean holds() {
        return verdict != Verdict.RETURNED && voidedAt.isEmpty();
    }
}
