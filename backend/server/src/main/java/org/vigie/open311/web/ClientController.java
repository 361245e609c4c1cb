package org.vigie.open311.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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
import org.vigie.access.ApiKey;
import org.vigie.access.KeyIssuing;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChange;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.ReasonBody;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.open311.Client;
import org.vigie.open311.Clients;

/** Which other systems may report, for administrators. A key is shown once, when it is made. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/open311-clients")
class ClientController {

    private static final String EXTERNAL_ID = "external_id";

    record ListBody(List<ClientBody> items) {}

    /**
     * @param requests that it has sent
     * @param key only in the answer to what made it
     */
    record ClientBody(
            UUID id,
            String name,
            int quotaPerHour,
            String externalIdAttribute,
            Instant issuedAt,
            @Nullable Instant revokedAt,
            int requests,
            @Nullable String key,
            SettingBody setting) {}

    /** @param externalIdAttribute in which it sends its own id; absent: external_id */
    record ChangeBody(
            @NotBlank @Size(max = 120) String name,
            @Min(1) @Max(100_000) int quotaPerHour,

            @Nullable @Pattern(regexp = "[A-Za-z][A-Za-z0-9_-]{0,59}")
            String externalIdAttribute,

            @NotNull @Size(max = 500) String reason) {}

    private final Clients clients;
    private final KeyIssuing issuing;

    ClientController(Clients clients, SettingChanges changes, TransactionTemplate transaction) {
        this.clients = clients;
        this.issuing = new KeyIssuing("open311-client", clients, changes, transaction);
    }

    @GetMapping
    ListBody list() {
        Map<String, SettingChange> latest = issuing.latest();
        Map<UUID, Integer> requests = clients.requestCounts();
        return new ListBody(clients.list().stream()
                .map(client -> body(
                        client,
                        requests.getOrDefault(client.id(), 0),
                        Optional.empty(),
                        SettingBody.of(
                                Optional.ofNullable(latest.get(client.id().toString())))))
                .toList());
    }

    /** The id is the caller's: a new one is a new client, whose key is in the answer. */
    @PutMapping("/{id}")
    ClientBody save(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ChangeBody body) {
        Clients.Terms terms = new Clients.Terms(
                body.quotaPerHour(), Objects.requireNonNullElse(body.externalIdAttribute(), EXTERNAL_ID));
        String name = body.name().strip();
        Optional<ApiKey> made = issuing.save(
                id,
                new KeyIssuing.Note(revision.number(), body.reason()),
                key -> clients.add(id, name, terms, key),
                () -> clients.change(id, name, terms));
        return answer(id, made);
    }

    /** Another key instead of the one that it has, which holds no more. */
    @PostMapping("/{id}/key")
    ClientBody issue(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ReasonBody body) {
        return answer(id, Optional.of(issuing.issue(id, new KeyIssuing.Note(revision.number(), body.reason()))));
    }

    /** Ends its key; what it sent stays. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @RequestParam(defaultValue = "") @Size(max = 500) String reason) {
        issuing.revoke(id, new KeyIssuing.Note(revision.number(), reason));
    }

    private ClientBody answer(UUID id, Optional<ApiKey> key) {
        Client saved = clients.find(id).orElseThrow(() -> Refusal.notFound("client"));
        return body(saved, clients.requestCounts().getOrDefault(id, 0), key, SettingBody.of(issuing.latest(id)));
    }

    private static ClientBody body(Client client, int requests, Optional<ApiKey> key, SettingBody setting) {
        return new ClientBody(
                client.id(),
                client.name(),
                client.quotaPerHour(),
                client.externalIdAttribute(),
                client.issuedAt(),
                client.revokedAt().orElse(null),
                requests,
                key.map(ApiKey::text).orElse(null),
                setting);
    }
}
