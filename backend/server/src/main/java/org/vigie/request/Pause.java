package org.vigie.request;

import java.time.Instant;
import java.util.Optional;

/**
 * A time during which no promise of a request runs but the acknowledgement.
 *
 * @param resumedAt empty while it lasts
 */
public record Pause(Reason reason, Instant pausedAt, Optional<Instant> resumedAt) {

    /** Why nothing is counted. */
    public enum Reason {
        /** The service has asked, and cannot go on before the answer. */
        WAITING_FOR_REQUESTER,
        /** Rain, frost, storm. */
        WEATHER
    }
}
