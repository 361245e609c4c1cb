package org.vigie.reply.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.SignedIn;
import org.vigie.access.web.Revision;
import org.vigie.reply.Approving;
import org.vigie.reply.Drafting;
import org.vigie.reply.Letters;
import org.vigie.reply.Recipient;
import org.vigie.reply.ReplyText;
import org.vigie.reply.SendingOut;

/**
 * The formal reply to one request. Every change answers with the letters as they stand afterwards; the ETag is the revision of the one
 * under way, which each further change carries in If-Match.
 */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/requests/{id}/reply")
class ReplyController {

    record BeginBody(@Nullable UUID templateId) {}

    record TextBody(
            @NotNull String subject,
            @NotNull String body,
            @NotNull String locale,
            @NotNull Recipient.SendBy sendBy,
            @Nullable String recipientName,
            @Nullable String recipientAddress) {}

    record RemarksBody(@NotNull String remarks) {}

    record PostingBody(@NotNull LocalDate postedOn) {}

    private final ReplyBodies bodies;
    private final Drafting drafting;
    private final Approving approving;
    private final SendingOut sendingOut;
    private final Letters letters;

    ReplyController(
            ReplyBodies bodies, Drafting drafting, Approving approving, SendingOut sendingOut, Letters letters) {
        this.bodies = bodies;
        this.drafting = drafting;
        this.approving = approving;
        this.sendingOut = sendingOut;
        this.letters = letters;
    }

    @GetMapping
    ResponseEntity<ReplyBody> get(@PathVariable UUID id) {
        return answer(id, HttpStatus.OK);
    }

    /** Begins a letter from a template, or a blank one. */
    @PostMapping
    ResponseEntity<ReplyBody> begin(@PathVariable UUID id, @Valid @RequestBody BeginBody body) {
        drafting.begin(
                id, Optional.ofNullable(body.templateId()), SignedIn.get().accountId());
        return answer(id, HttpStatus.CREATED);
    }

    /** Changes text or recipient. Another text voids the approvals and must be submitted anew. */
    @PutMapping
    ResponseEntity<ReplyBody> edit(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody TextBody body) {
        drafting.edit(
                id,
                revision.number(),
                new ReplyText(ReplyText.language(body.locale()), body.subject(), body.body()),
                new Recipient(words(body.recipientName()), words(body.recipientAddress()), body.sendBy()));
        return answer(id, HttpStatus.OK);
    }

    @DeleteMapping
    ResponseEntity<ReplyBody> abandon(@PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) Revision revision) {
        drafting.abandon(id, revision.number());
        return answer(id, HttpStatus.OK);
    }

    @PostMapping("/submission")
    ResponseEntity<ReplyBody> submit(@PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) Revision revision) {
        drafting.submit(id, revision.number(), SignedIn.get().accountId());
        return answer(id, HttpStatus.OK);
    }

    /** Approves, or signs at the last step: 403 for whoever is in no step, 409 out of turn. */
    @PostMapping("/approvals")
    ResponseEntity<ReplyBody> approve(@PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) Revision revision) {
        approving.approve(id, revision.number(), SignedIn.get());
        return answer(id, HttpStatus.OK);
    }

    @PostMapping("/returns")
    ResponseEntity<ReplyBody> giveBack(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody RemarksBody body) {
        approving.giveBack(id, revision.number(), body.remarks(), SignedIn.get());
        return answer(id, HttpStatus.OK);
    }

    /** Confirms that a printed letter was put into the post. */
    @PostMapping("/posting")
    ResponseEntity<ReplyBody> post(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody PostingBody body) {
        sendingOut.post(id, revision.number(), body.postedOn(), SignedIn.get().accountId());
        return answer(id, HttpStatus.OK);
    }

    /** What was signed, byte for byte; before that a preview that says it is one. */
    @GetMapping("/{letter}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, @PathVariable UUID letter) {
        return PdfAnswer.of(letters.pdf(id, letter), "reply.pdf");
    }

    private ResponseEntity<ReplyBody> answer(UUID id, HttpStatus status) {
        ReplyBody body = bodies.of(id, SignedIn.get());
        ResponseEntity.BodyBuilder response = ResponseEntity.status(status);
        if (body.current() != null) {
            response.eTag(Revision.eTag(body.current().revision()));
        }
        return response.body(body);
    }

    private static String words(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
