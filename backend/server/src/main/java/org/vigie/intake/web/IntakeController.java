package org.vigie.intake.web;

import jakarta.validation.Valid;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.intake.Intake;
import org.vigie.intake.IntakeGate;
import org.vigie.intake.Receipt;
import org.vigie.intake.Submission;
import org.vigie.intake.Submissions;
import org.vigie.request.Channel;
import tools.jackson.databind.json.JsonMapper;

/** A request comes in: from the public, from the desk on somebody's behalf, from a patroller. */
@RestController
@RequestMapping("/{jurisdiction}/api")
class IntakeController {

    private final Intake intake;
    private final IntakeGate gate;
    private final ReceiptAnswers answers;
    private final JsonMapper json;

    IntakeController(Intake intake, IntakeGate gate, ReceiptAnswers answers, JsonMapper json) {
        this.intake = intake;
        this.gate = gate;
        this.answers = answers;
        this.json = json;
    }

    @PostMapping("/requests")
    ResponseEntity<ReceiptBody> fromPublic(
            @RequestHeader("Idempotency-Key") String key, @Valid @RequestBody ReportBody body) {
        Channel channel = body.channel() == Channel.APP ? Channel.APP : Channel.WEB;
        return take(new Submission.FromPublic(body.toReport(), channel), key, body, false);
    }

    @PostMapping("/desk/requests")
    ResponseEntity<ReceiptBody> fromDesk(
            @RequestHeader("Idempotency-Key") String key, @Valid @RequestBody ReportBody body) {
        Channel channel = Objects.requireNonNullElse(body.channel(), Channel.PHONE);
        return take(
                new Submission.FromDesk(
                        body.toReport(),
                        channel,
                        Optional.ofNullable(body.priority()),
                        Optional.ofNullable(body.team())),
                key,
                body,
                true);
    }

    @PostMapping("/field/requests")
    ResponseEntity<ReceiptBody> fromPatrol(
            @RequestHeader("Idempotency-Key") String key, @Valid @RequestBody ReportBody body) {
        return take(new Submission.FromPatrol(body.toReport()), key, body, true);
    }

    private ResponseEntity<ReceiptBody> take(Submission submission, String key, ReportBody body, boolean forStaff) {
        if (key.length() < 8 || key.length() > 200) {
            throw new Refusal(Refusal.Kind.MALFORMED, "idempotency-key-malformed", key.length());
        }
        Submissions.Key submitted = new Submissions.Key(key, sha256(body));
        Receipt receipt =
                forStaff ? intake.submit(submission, submitted) : gate.pass(() -> intake.submit(submission, submitted));
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(answers.to(receipt, forStaff));
    }

    private byte[] sha256(ReportBody body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
