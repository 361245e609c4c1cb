package org.vigie.forwarding;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A request on its way to another organisation's system, or there.
 *
 * @param id what the other side knows it by when it comes again
 * @param byPerson somebody had it sent, also where the rules alone would not
 * @param round raised when somebody has it sent again
 * @param postingUntil a process is posting it until then
 * @param maybeThere it was posted and nobody knows whether it was taken
 * @param remoteId the number that it has there
 */
public record Forwarding(
        UUID id,
        UUID requestId,
        UUID organisationId,
        Stage stage,
        Instant queuedAt,
        boolean byPerson,
        int round,
        Attempts attempts,
        Optional<Instant> postingUntil,
        boolean maybeThere,
        Optional<Instant> firstPostedAt,
        Optional<String> token,
        Optional<String> remoteId,
        Optional<Problem> problem,
        Optional<String> lastError,
        Heard heard) {

    /** How far it has come. */
    public enum Stage {
        WAITING,
        /** It was taken; its number is told by a token alone, later. */
        TOKEN,
        FOLLOWED,
        /** It was closed there, and is looked at for a while in case it is opened again. */
        ENDED_THERE,
        /** A person has to do something. */
        REFUSED,
        /** It is theirs no more, or ended here. */
        WITHDRAWN,
        DONE
    }

    /** Why a person has to do something. */
    public enum Problem {
        /** No service of theirs is named for the category. */
        NO_SERVICE,
        /** It has neither a position nor an address. */
        NO_PLACE,
        /** It is never published, and the connection takes none such. */
        PRIVATE,
        /** Another system forwarded it to us: it could go round in a circle. */
        CAME_FORWARDED,
        /** Their server understood and refused it. */
        REFUSED,
        /** It may be there or not. */
        UNCERTAIN,
        NOBODY_ANSWERED,
        /** It was taken, and its number never came. */
        NO_NUMBER
    }

    /** How often it was tried, when it is tried next, and until when. */
    public record Attempts(int count, Instant nextAt, Instant giveUpAt) {}

    /**
     * What the other side told last.
     *
     * @param status in their words
     * @param changedAt of the last change of state, by their clock
     * @param words that were taken last
     */
    public record Heard(
            Optional<Instant> takenAt,
            Optional<Instant> askedAt,
            Optional<Instant> seenAt,
            Optional<String> status,
            Optional<Instant> changedAt,
            String words) {}
}
