package org.vigie.forwarding.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChange;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.catalogue.Organisation;
import org.vigie.forwarding.Connection;
import org.vigie.forwarding.ConnectionTerms;
import org.vigie.forwarding.Connections;
import org.vigie.forwarding.ForwardingDesk;
import org.vigie.forwarding.RemoteKeys;
import org.vigie.forwarding.web.ConnectionBodies.ChangeBody;
import org.vigie.forwarding.web.ConnectionBodies.ConnectionBody;
import org.vigie.forwarding.web.ConnectionBodies.ListBody;
import org.vigie.forwarding.web.ConnectionBodies.OrganisationBody;

/** To which systems of other organisations requests are sent on, for administrators. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/connections")
class ConnectionController {

    private static final String SUBJECT = "connection/";

    private final Connections connections;
    private final ConnectionTerms terms;
    private final RemoteKeys keys;
    private final ForwardingDesk desk;
    private final SettingChanges changes;
    private final TransactionTemplate transaction;

    ConnectionController(
            Connections connections,
            ConnectionTerms terms,
            RemoteKeys keys,
            ForwardingDesk desk,
            SettingChanges changes,
            TransactionTemplate transaction) {
        this.connections = connections;
        this.terms = terms;
        this.keys = keys;
        this.desk = desk;
        this.changes = changes;
        this.transaction = transaction;
    }

    @GetMapping
    ListBody list() {
        Map<String, SettingChange> latest = changes.list(SUBJECT);
        return new ListBody(
                connections.list().stream()
                        .map(connection -> body(
                                connection,
                                Optional.ofNullable(
                                        latest.get(connection.organisationId().toString()))))
                        .sorted(java.util.Comparator.comparing(ConnectionBody::name))
                        .toList(),
                terms.organisations().stream()
                        .map(each -> new OrganisationBody(each.id(), each.name()))
                        .toList());
    }

    /** Adds the connection of that organisation or changes it. A key goes to no other server than the one that it was typed in for. */
    @PutMapping("/{id}")
    ConnectionBody save(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ChangeBody body) {
        Organisation organisation = terms.organisation(id);
        Connection wanted = connection(organisation, body);
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT + id, revision.number(), body.reason());
            boolean moves = connections
                    .find(id)
                    .filter(before -> !before.isSameServer(wanted.address()))
                    .isPresent();
            if (moves && body.apiKey() == null && keys.standing(id) != RemoteKeys.Standing.NONE) {
                throw Refusal.invalid("connection-key-needed");
            }
            connections.save(wanted);
            if (body.apiKey() != null) {
                keys.keep(id, body.apiKey().strip());
            }
            if (wanted.isOn()) {
                desk.wake(id);
            }
        });
        return body(connections.get(id), changes.find(SUBJECT + id));
    }

    private Connection connection(Organisation organisation, ChangeBody body) {
        return new Connection(
                organisation.id(),
                terms.address(body.address()),
                body.format(),
                body.jurisdictionId().strip(),
                body.externalIdAttribute(),
                terms.byId(body.services()),
                body.serviceOtherwise().strip(),
                terms.byId(body.attributes()),
                new Connection.Terms(body.withRequester(), body.takesPrivate()),
                body.on());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @RequestParam(defaultValue = "") @Size(max = 500) String reason) {
        connections.get(id);
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT + id, revision.number(), reason);
            desk.end(id);
            connections.remove(id);
        });
    }

    private ConnectionBody body(Connection connection, Optional<SettingChange> latest) {
        UUID id = connection.organisationId();
        return ConnectionBodies.of(
                connection,
                new ConnectionBodies.Around(
                        terms.organisations().stream()
                                .filter(each -> each.id().equals(id))
                                .map(Organisation::name)
                                .findFirst()
                                .orElse("?"),
                        terms.byCode(connection.services()),
                        terms.byCode(connection.attributes()),
                        keys.standing(id),
                        desk.standing(id),
                        SettingBody.of(latest)));
    }
}
