package org.vigie.reply.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.reply.ChainStep;
import org.vigie.reply.Decision;
import org.vigie.reply.Recipient;
import org.vigie.reply.ReplyState;

/**
 * The letters of one request.
 *
 * @param required whether the request can be closed only after one was sent
 * @param answered whether one was sent since the request came in or was reopened
 * @param current the one under way
 * @param sent the newest first
 * @param templates to begin with, those of the category first
 * @param chain that a letter would be submitted to now
 */
record ReplyBody(
        boolean required,
        boolean answered,
        @Nullable LetterBody current,
        List<LetterBody> sent,
        List<TemplateRef> templates,
        List<StepBody> chain) {

    record TemplateRef(UUID id, String name, String locale, boolean ofCategory) {}

    /** @param textSha256 in hexadecimal */
    record LetterBody(
            UUID id,
            int revision,
            ReplyState state,
            String locale,
            String subject,
            String body,
            String textSha256,
            RecipientBody recipient,
            String draftedBy,
            Instant draftedAt,
            @Nullable String submittedBy,
            @Nullable Instant submittedAt,
            Instant changedAt,
            List<StepBody> steps,
            List<DecisionBody> decisions,
            boolean mine,
            @Nullable ProofBody proof,
            String pdf) {}

    /** @param email in full for those who direct the work, masked for others */
    record RecipientBody(
            String name,
            String address,
            Recipient.SendBy sendBy,
            @Nullable String email) {}

    /** @param passed the decision in force that let the letter pass; @param due whether the next decision is this one's */
    record StepBody(
            int number,
            ChainStep.Act act,
            String title,
            @Nullable String holder,
            boolean due,
            @Nullable DecisionBody passed) {}

    record DecisionBody(
            int step,
            String title,
            Decision.Verdict verdict,
            String by,
            @Nullable String onBehalfOf,
            Instant at,
            @Nullable String remarks,
            String textSha256,
            @Nullable Instant voidedAt) {}

    /** That it went: the message that brought it, or who posted it on which day. */
    record ProofBody(
            Instant sentAt,
            @Nullable UUID notificationId,
            @Nullable LocalDate postedOn,
            @Nullable String postedBy) {}
}
