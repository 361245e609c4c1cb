package org.vigie.catalogue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A stop message as it was written; empty stands for all.
 *
 * @param text in the town's first language
 * @param translations by language, those that there are
 * @param refuses nothing is taken in meanwhile, except at the desk
 * @param domain by code, or a category by code, not both
 * @param endsAt not included
 */
public record StopMessage(
        UUID id,
        String text,
        Map<String, String> translations,
        boolean refuses,
        Optional<String> domain,
        Optional<String> category,
        Optional<UUID> groundId,
        Instant startsAt,
        Instant endsAt) {

    /** Where it stands in time. */
    public enum State {
        CURRENT,
        COMING,
        PAST
    }

    public State at(Instant now) {
        if (now.isBefore(startsAt)) {
            return State.COMING;
        }
        return now.isBefore(endsAt) ? State.CURRENT : State.PAST;
    }
}
