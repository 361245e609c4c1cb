package org.vigie.catalogue.process;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vigie.access.Refusal;

/**
 * One version of the process of a category. Once published it stays as it is.
 *
 * @param number from 1, in the order in which they were drafted
 * @param by who drafted, reviewed and published it, and when
 * @param holdsFrom from when on new requests take it; empty until it is published
 * @param revision raised by every change; updates carry the one they read
 */
public record ProcessVersion(
        UUID id,
        UUID categoryId,
        int number,
        State state,
        ProcessContent content,
        Hands by,
        Optional<Instant> holdsFrom,
        int revision) {

    public enum State {
        DRAFT,
        REVIEWED,
        PUBLISHED
    }

    /** Whose hands it went through; an import and the demo have no account. */
    public record Hands(Hand drafted, Optional<Hand> reviewed, Optional<Hand> published) {}

    /** @param name as staff see it; empty when it was no person */
    public record Hand(Optional<UUID> accountId, String name, Instant at) {}

    static ProcessVersion draft(UUID id, UUID categoryId, int number, ProcessContent content, Hand hand) {
        Hands hands = new Hands(hand, Optional.empty(), Optional.empty());
        return new ProcessVersion(id, categoryId, number, State.DRAFT, content, hands, Optional.empty(), 1);
    }

    /** @throws Refusal process-is-published */
    void refuseWhenPublished() {
        if (state == State.PUBLISHED) {
            throw new Refusal(Refusal.Kind.CONFLICT, "process-is-published", number);
        }
    }
}
