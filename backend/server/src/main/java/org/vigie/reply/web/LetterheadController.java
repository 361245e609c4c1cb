package org.vigie.reply.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.reply.LetterSamples;
import org.vigie.reply.Letterhead;
import org.vigie.reply.Letterheads;

/** What stands above every letter. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/letterhead")
class LetterheadController {

    /** @param logo PNG or JPEG in Base64, at most 300 kB; absent: none */
    record HeadBody(
            @NotNull String address,
            @NotNull String contact,
            @NotNull String place,
            @Nullable String logo) {}

    record SavedBody(
            String address,
            String contact,
            String place,
            @Nullable String logo,
            SettingBody setting) {}

    private static final String SUBJECT = "letterhead";

    private final Letterheads letterheads;
    private final LetterSamples samples;
    private final SettingChanges changes;
    private final TransactionTemplate transaction;

    LetterheadController(
            Letterheads letterheads, LetterSamples samples, SettingChanges changes, TransactionTemplate transaction) {
        this.letterheads = letterheads;
        this.samples = samples;
        this.changes = changes;
        this.transaction = transaction;
    }

    /** A letter to nobody, as it would be on paper. */
    @GetMapping("/sample.pdf")
    ResponseEntity<byte[]> sample() {
        return PdfAnswer.of(samples.ofLetterhead(), "letterhead.pdf");
    }

    @GetMapping
    SavedBody get() {
        Letterhead head = letterheads.get();
        return new SavedBody(
                head.address(),
                head.contact(),
                head.place(),
                head.logo().map(Letterhead.Logo::base64).orElse(null),
                SettingBody.of(changes.find(SUBJECT)));
    }

    @PutMapping
    SavedBody save(@RequestHeader(HttpHeaders.IF_MATCH) Revision revision, @Valid @RequestBody HeadBody body) {
        Letterhead head = new Letterhead(
                body.address(),
                body.contact(),
                body.place(),
                Optional.ofNullable(body.logo()).map(LetterheadController::logo));
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT, revision.number(), "");
            letterheads.save(head);
        });
        return get();
    }

    private static Letterhead.Logo logo(String base64) {
        try {
            return Letterhead.Logo.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            throw new Refusal(Refusal.Kind.MALFORMED, "field-malformed", "logo");
        }
    }
}
