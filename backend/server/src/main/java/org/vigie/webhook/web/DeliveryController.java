package org.vigie.webhook.web;

import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.webhook.DeadLetters;
import org.vigie.webhook.Trial;
import org.vigie.webhook.Webhooks;
import org.vigie.webhook.web.WebhookBodies.DeadLettersBody;
import org.vigie.webhook.web.WebhookBodies.ReplayBody;
import org.vigie.webhook.web.WebhookBodies.ReplayedBody;
import org.vigie.webhook.web.WebhookBodies.TrialBody;

/** How the telling goes, and what administrators do about what was not taken. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/webhooks/{id}")
class DeliveryController {

    private final Webhooks hooks;
    private final DeadLetters letters;
    private final Trial trial;

    DeliveryController(Webhooks hooks, DeadLetters letters, Trial trial) {
        this.hooks = hooks;
        this.letters = letters;
        this.trial = trial;
    }

    @PostMapping("/trial")
    TrialBody tryOut(@PathVariable UUID id) {
        Optional<String> error = trial.send(hooks.get(id));
        return new TrialBody(error.isEmpty(), error.orElse(null));
    }

    @PostMapping("/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable UUID id) {
        letters.resume(hooks.get(id).id());
    }

    @GetMapping("/dead-letters")
    DeadLettersBody list(@PathVariable UUID id) {
        return new DeadLettersBody(
                letters.list(hooks.get(id).id()).stream().map(WebhookBodies::of).toList());
    }

    @PostMapping("/replay")
    ReplayedBody replay(@PathVariable UUID id, @Valid @RequestBody ReplayBody body) {
        return new ReplayedBody(letters.sendAgain(hooks.get(id).id(), Optional.ofNullable(body.eventId())));
    }
}
