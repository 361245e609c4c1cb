package org.vigie.features.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import org.vigie.access.ApiKey;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChange;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.features.DataKey;
import org.vigie.features.DataKeys;
import org.vigie.features.StaffLayers;

/** Which GIS read staff's layers, for administrators. A key is shown once, when it is made. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/data-keys")
class DataKeyController {

    private static final String SUBJECT = "data-key/";

    /** @param layers all that a key may open */
    record ListBody(List<KeyBody> items, List<String> layers) {}

    /** @param key only in the answer to what made it */
    record KeyBody(
            UUID id,
            String name,
            Set<String> layers,
            Instant issuedAt,
            @Nullable Instant revokedAt,
            @Nullable String key,
            SettingBody setting) {}

    /** @param layers that it opens */
    record ChangeBody(
            @NotBlank @Size(max = 120) String name,
            @NotEmpty @Size(max = 20) Set<@NotBlank @Size(max = 60) String> layers,
            @NotNull @Size(max = 500) String reason) {}

    record ReasonBody(@NotNull @Size(max = 500) String reason) {}

    private final DataKeys keys;
    private final SettingChanges changes;
    private final TransactionTemplate transaction;

    DataKeyController(DataKeys keys, SettingChanges changes, TransactionTemplate transaction) {
        this.keys = keys;
        this.changes = changes;
        this.transaction = transaction;
    }

    @GetMapping
    ListBody list() {
        Map<String, SettingChange> latest = changes.list(SUBJECT);
        return new ListBody(
                keys.list().stream()
                        .map(key -> body(
                                key,
                                null,
                                Optional.ofNullable(latest.get(key.id().toString()))))
                        .toList(),
                StaffLayers.names());
    }

    /** The id is the caller's: a new one is a new holder, whose key is in the answer. */
    @PutMapping("/{id}")
    KeyBody save(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ChangeBody body) {
        if (!StaffLayers.names().containsAll(body.layers())) {
            throw Refusal.invalid("data-key-layer-unknown", StaffLayers.names());
        }
        Optional<ApiKey> made = Objects.requireNonNull(transaction.execute(status -> {
            changes.note(SUBJECT + id, revision.number(), body.reason());
            return write(id, body);
        }));
        return answer(id, made);
    }

    private Optional<ApiKey> write(UUID id, ChangeBody body) {
        String name = body.name().strip();
        if (keys.find(id).isPresent()) {
            keys.change(id, name, body.layers());
            return Optional.empty();
        }
        ApiKey key = ApiKey.make();
        keys.add(id, name, body.layers(), key);
        return Optional.of(key);
    }

    /** Another key instead of the one that it has, which holds no more. */
    @PostMapping("/{id}/key")
    KeyBody issue(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ReasonBody body) {
        get(id);
        ApiKey key = ApiKey.make();
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT + id, revision.number(), body.reason());
            keys.issue(id, key);
        });
        return answer(id, Optional.of(key));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @RequestParam(defaultValue = "") @Size(max = 500) String reason) {
        get(id);
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT + id, revision.number(), reason);
            keys.revoke(id);
        });
    }

    private DataKey get(UUID id) {
        return keys.find(id).orElseThrow(() -> Refusal.notFound("data-key"));
    }

    private KeyBody answer(UUID id, Optional<ApiKey> key) {
        return body(get(id), key.map(ApiKey::text).orElse(null), changes.find(SUBJECT + id));
    }

    private static KeyBody body(DataKey key, @Nullable String text, Optional<SettingChange> latest) {
        return new KeyBody(
                key.id(),
                key.name(),
                key.layers(),
                key.issuedAt(),
                key.revokedAt().orElse(null),
                text,
                SettingBody.of(latest));
    }
}
