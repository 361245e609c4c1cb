package org.vigie.features.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.vigie.access.KeyIssuing;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChange;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.ReasonBody;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.features.DataKey;
import org.vigie.features.DataKeys;
import org.vigie.features.StaffLayers;

/** Which GIS read staff's layers, for administrators. A key is shown once, when it is made. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/data-keys")
class DataKeyController {

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

    private final DataKeys keys;
    private final KeyIssuing issuing;

    DataKeyController(DataKeys keys, SettingChanges changes, TransactionTemplate transaction) {
        this.keys = keys;
        this.issuing = new KeyIssuing("data-key", keys, changes, transaction);
    }

    @GetMapping
    ListBody list() {
        Map<String, SettingChange> latest = issuing.latest();
        return new ListBody(
                keys.list().stream()
                        .map(key -> body(
                                key,
                                Optional.empty(),
                                SettingBody.of(
                                        Optional.ofNullable(latest.get(key.id().toString())))))
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
        String name = body.name().strip();
        Optional<ApiKey> made = issuing.save(
                id,
                new KeyIssuing.Note(revision.number(), body.reason()),
                key -> keys.add(id, name, body.layers(), key),
                () -> keys.change(id, name, body.layers()));
        return answer(id, made);
    }

    /** Another key instead of the one that it has, which holds no more. */
    @PostMapping("/{id}/key")
    KeyBody issue(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ReasonBody body) {
        return answer(id, Optional.of(issuing.issue(id, new KeyIssuing.Note(revision.number(), body.reason()))));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @RequestParam(defaultValue = "") @Size(max = 500) String reason) {
        issuing.revoke(id, new KeyIssuing.Note(revision.number(), reason));
    }

    private KeyBody answer(UUID id, Optional<ApiKey> key) {
        DataKey saved = keys.find(id).orElseThrow(() -> Refusal.notFound("data-key"));
        return body(saved, key, SettingBody.of(issuing.latest(id)));
    }

    private static KeyBody body(DataKey holder, Optional<ApiKey> key, SettingBody setting) {
        return new KeyBody(
                holder.id(),
                holder.name(),
                holder.layers(),
                holder.issuedAt(),
                holder.revokedAt().orElse(null),
                key.map(ApiKey::text).orElse(null),
                setting);
    }
}
