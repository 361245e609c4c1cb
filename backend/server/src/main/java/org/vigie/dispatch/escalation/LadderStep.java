package org.vigie.dispatch.escalation;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.vigie.access.Role;
import org.vigie.catalogue.Commitment;

/**
 * Who is told how long after a promise fell due.
 *
 * @param categoryId empty: for every category without a ladder of its own for that commitment
 * @param position from 1; the order in which steps are climbed
 * @param afterDue on the clock; negative: before it is due
 * @param target whoever has that role; a referent is the one of the service that has the request
 * @param message what they are told
 * @param repeatEvery absent when it is told once
 * @param repeats how often it is told again
 */
public record LadderStep(
        UUID id,
        Optional<UUID> categoryId,
        Commitment commitment,
        int position,
        Duration afterDue,
        Role target,
        String message,
        Optional<Duration> repeatEvery,
        int repeats,
        StopsOn stopsOn) {

    /** What ends the telling, besides that the request is over. */
    public enum StopsOn {
        /** The promise is kept. */
        KEPT,
        /** The promise is kept, or somebody of staff has done something since the telling before. */
        ACTION
    }
}
