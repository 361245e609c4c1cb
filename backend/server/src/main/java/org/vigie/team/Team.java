package org.vigie.team;

import java.util.Optional;
import java.util.UUID;

/**
 * People who work together.
 *
 * @param code short, as written on maps: E3
 * @param isLastResort takes what nobody else covers
 * @param dailyCapacity jobs a day that it can do
 */
public record Team(
        UUID id,
        String code,
        String name,
        Optional<UUID> serviceId,
        Kind kind,
        boolean isLastResort,
        int dailyCapacity) {

    /** What a team is for. */
    public enum Kind {
        REGULAR,
        /** Goes at once, anywhere. */
        URGENT,
        PATROL,
        /** Answers, does not go out. */
        DESK
    }
}
