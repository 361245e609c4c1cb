package org.vigie.dispatch.escalation;

import java.time.Instant;
import java.util.Optional;
import org.vigie.catalogue.Commitment;

/**
 * Something that rings at its minute, once.
 *
 * @param startsAt of the promise: one that was reopened rings anew
 * @param occurrence 0 for the first time, then the repeats
 * @param step of the ladder; empty for a warning or a breach
 */
record Alarm(
        Commitment commitment, Instant startsAt, Kind kind, int occurrence, Instant at, Optional<LadderStep> step) {

    enum Kind {
        WARNING,
        BREACH,
        STEP
    }

    /** What makes it the same alarm, whenever it is asked for. */
    record Key(Commitment commitment, Instant startsAt, Kind kind, int position, int occurrence) {}

    int position() {
        return step.map(LadderStep::position).orElse(0);
    }

    Key key() {
        return new Key(commitment, startsAt, kind, position(), occurrence);
    }
}
