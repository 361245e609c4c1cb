package org.vigie.reply.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
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

    private final Letterheads letterheads;

    LetterheadController(Letterheads letterheads) {
        this.letterheads = letterheads;
    }

    @GetMapping
    HeadBody get() {
        Letterhead head = letterheads.get();
        return new HeadBody(
                head.address(),
                head.contact(),
                head.place(),
                head.logo().map(Letterhead.Logo::base64).orElse(null));
    }

    @PutMapping
    HeadBody save(@Valid @RequestBody HeadBody body) {
        letterheads.save(new Letterhead(
                body.address(),
                body.contact(),
                body.place(),
                Optional.ofNullable(body.logo()).map(LetterheadController::logo)));
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
