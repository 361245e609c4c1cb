package org.vigie.citizen.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.citizen.AfterTheEnd;
import org.vigie.request.Request;

/** Once a request has ended: reopening it, and saying how one was served. */
@RestController
@RequestMapping("/{jurisdiction}/api")
class AfterTheEndController {

    record ReasonBody(@NotNull String reason) {}

    record SatisfactionBody(
            @NotNull Integer score, @Nullable String text) {}

    /** @param reopenableUntil absent when it is open, or too long ago */
    record ReopenableBody(String number, @Nullable Instant reopenableUntil) {}

    private final AfterTheEnd afterwards;

    AfterTheEndController(AfterTheEnd afterwards) {
        this.afterwards = afterwards;
    }

    @PostMapping("/track/{token}/reopening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(@PathVariable String token, @Valid @RequestBody ReasonBody body) {
        afterwards.reopen(token, body.reason());
    }

    @PutMapping("/track/{token}/satisfaction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rate(@PathVariable String token, @Valid @RequestBody SatisfactionBody body) {
        afterwards.rate(token, body.score(), Objects.requireNonNullElse(body.text(), ""));
    }

    @GetMapping("/followed/{token}")
    ResponseEntity<ReopenableBody> get(@PathVariable String token) {
        Request request = afterwards.findReopenable(token).orElseThrow(() -> Refusal.notFound("request"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ReopenableBody(
                        request.number(), afterwards.reopenableUntil(request).orElse(null)));
    }

    @PostMapping("/followed/{token}/reopening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopenAsFollower(@PathVariable String token, @Valid @RequestBody ReasonBody body) {
        afterwards.reopenAsFollower(token, body.reason());
    }
}
