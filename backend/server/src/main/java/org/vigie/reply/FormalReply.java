package org.vigie.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A letter in answer to a request, as it stands.
 *
 * @param revision raised by every change; updates carry the one they read
 */
public record FormalReply(
        UUID id,
        UUID requestId,
        ReplyState state,
        ReplyText text,
        Recipient recipient,
        Course course,
        Sending sending,
        int revision) {

    /** Who wrote and submitted it, when it was signed and changed last. */
    public record Course(
            UUID draftedBy,
            Instant draftedAt,
            Optional<UUID> submittedBy,
            Optional<Instant> submittedAt,
            Optional<Instant> signedAt,
            Instant changedAt) {

        static Course begun(UUID by, Instant at) {
            return new Course(by, at, Optional.empty(), Optional.empty(), Optional.empty(), at);
        }

        Course submitted(UUID by, Instant at) {
            return new Course(draftedBy, draftedAt, Optional.of(by), Optional.of(at), Optional.empty(), at);
        }

        Course signed(Instant at) {
            return new Course(draftedBy, draftedAt, submittedBy, submittedAt, Optional.of(at), at);
        }

        Course changed(Instant at) {
            return new Course(draftedBy, draftedAt, submittedBy, submittedAt, signedAt, at);
        }
    }

    /**
     * The proof that it went.
     *
     * @param email where to, when by e-mail
     * @param notificationId the message that brought it
     * @param postedOn day on which it was put into the post
     */
    public record Sending(
            Optional<String> email,
            Optional<UUID> notificationId,
            Optional<UUID> postedBy,
            Optional<LocalDate> postedOn,
            Optional<Instant> sentAt) {

        static final Sending NOT_YET =
                new Sending(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        static Sending to(String email) {
            return new Sending(
                    Optional.of(email), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        Sending delivered(UUID notification, Instant at) {
            return new Sending(email, Optional.of(notification), Optional.empty(), Optional.empty(), Optional.of(at));
        }

        Sending posted(UUID by, LocalDate on, Instant at) {
            return new Sending(email, notificationId, Optional.of(by), Optional.of(on), Optional.of(at));
        }
    }

    FormalReply to(ReplyState next, Course nextCourse) {
        return new FormalReply(id, requestId, next, text, recipient, nextCourse, sending, revision);
    }

    FormalReply with(ReplyText nextText, Recipient nextRecipient) {
        return new FormalReply(id, requestId, state, nextText, nextRecipient, course, sending, revision);
    }

    FormalReply with(Sending nextSending) {
        return new FormalReply(id, requestId, state, text, recipient, course, nextSending, revision);
    }
}
