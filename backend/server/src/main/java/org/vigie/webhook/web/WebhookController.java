package org.vigie.webhook.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.SettingChange;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.webhook.DeadLetters;
import org.vigie.webhook.Webhook;
import org.vigie.webhook.WebhookSecrets;
import org.vigie.webhook.WebhookTerms;
import org.vigie.webhook.Webhooks;
import org.vigie.webhook.web.WebhookBodies.ChangeBody;
import org.vigie.webhook.web.WebhookBodies.ListBody;
import org.vigie.webhook.web.WebhookBodies.ReasonBody;
import org.vigie.webhook.web.WebhookBodies.WebhookBody;

/** Which systems are told what happens, for administrators. A secret is shown once, when it is made. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/webhooks")
class WebhookController {

    private static final String SUBJECT = "webhook/";

    private final Webhooks hooks;
    private final WebhookTerms terms;
    private final WebhookSecrets secrets;
    private final DeadLetters letters;
    private final SettingChanges changes;
    private final TransactionTemplate transaction;

    WebhookController(
            Webhooks hooks,
            WebhookTerms terms,
            WebhookSecrets secrets,
            DeadLetters letters,
            SettingChanges changes,
            TransactionTemplate transaction) {
        this.hooks = hooks;
        this.terms = terms;
        this.secrets = secrets;
        this.letters = letters;
        this.changes = changes;
        this.transaction = transaction;
    }

    @GetMapping
    ListBody list() {
        Map<String, SettingChange> latest = changes.list(SUBJECT);
        return new ListBody(hooks.list().stream()
                .map(hook -> WebhookBodies.of(
                        hook,
                        letters.standing(hook.id()),
                        null,
                        SettingBody.of(Optional.ofNullable(latest.get(hook.id().toString())))))
                .toList());
    }

    /** The id is the caller's: a new one is a new hook, whose secret is in the answer. */
    @PutMapping("/{id}")
    WebhookBody save(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ChangeBody body) {
        terms.checkAddress(body.address());
        boolean isNew = Objects.requireNonNull(transaction.execute(status -> {
            changes.note(SUBJECT + id, revision.number(), body.reason());
            boolean unknown = hooks.find(id).isEmpty();
            hooks.save(new Webhook(
                    id,
                    body.name().strip(),
                    body.address().strip(),
                    1,
                    body.content(),
                    new Webhook.Filter(
                            body.kinds(),
                            terms.known(body.categories()),
                            terms.ground(body.groundId(), body.sectorId()))));
            return unknown;
        }));
        return answer(id, isNew);
    }

    /** Another secret instead of the one that it has. */
    @PostMapping("/{id}/secret")
    WebhookBody renew(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ReasonBody body) {
        hooks.get(id);
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT + id, revision.number(), body.reason());
            hooks.renewSecret(id);
        });
        return answer(id, true);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @RequestParam(defaultValue = "") @Size(max = 500) String reason) {
        hooks.get(id);
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT + id, revision.number(), reason);
            hooks.remove(id);
        });
    }

    private WebhookBody answer(UUID id, boolean withSecret) {
        Webhook hook = hooks.get(id);
        @Nullable String secret = withSecret ? secrets.of(hook) : null;
        return WebhookBodies.of(hook, letters.standing(id), secret, SettingBody.of(changes.find(SUBJECT + id)));
    }
}
