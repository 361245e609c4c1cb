package org.vigie.forwarding.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.access.web.SettingBody;
import org.vigie.forwarding.Connection;
import org.vigie.forwarding.ConnectionTrial;
import org.vigie.forwarding.Forwarding;
import org.vigie.forwarding.ForwardingDesk;
import org.vigie.forwarding.Health;
import org.vigie.forwarding.RemoteKeys;

/** Connections as the settings page reads and writes them; a key is only ever written. */
final class ConnectionBodies {

    private ConnectionBodies() {}

    /** @param organisations that may have one */
    record ListBody(List<ConnectionBody> items, List<OrganisationBody> organisations) {}

    record OrganisationBody(UUID id, String name) {}

    /**
     * @param services their service codes by our categories' codes
     * @param attributes their attributes by our categories' codes and the codes of their questions
     * @param there how many are with them and open
     */
    record ConnectionBody(
            UUID organisationId,
            String name,
            String address,
            Connection.Format format,
            String jurisdictionId,
            String externalIdAttribute,
            Map<String, String> services,
            String serviceOtherwise,
            Map<String, Map<String, String>> attributes,
            boolean withRequester,
            boolean takesPrivate,
            boolean on,
            RemoteKeys.Standing key,
            int waiting,
            int refused,
            int there,
            @Nullable Instant lastAnswerAt,
            @Nullable Instant failingSince,
            @Nullable String lastError,
            @Nullable Boolean speaksUpdates,
            SettingBody setting) {}

    /**
     * @param jurisdictionId as the other side calls the town; empty when it serves one
     * @param apiKey absent: the one that is kept; empty: none
     * @param externalIdAttribute by which the other side knows a report that comes again; empty: it knows none
     * @param services their service codes by our categories' codes
     * @param serviceOtherwise for every other category; empty: those are not sent
     * @param attributes their attributes by our categories' codes and the codes of their questions; other answers never leave
     * @param reason why, for those who look later
     */
    record ChangeBody(
            @NotBlank @Size(max = 2000) String address,
            @NotNull Connection.Format format,
            @NotNull @Size(max = 120) String jurisdictionId,
            @Nullable @Size(max = 500) String apiKey,

            @NotNull @Pattern(regexp = "([A-Za-z][A-Za-z0-9_-]{0,59})?")
            String externalIdAttribute,

            @NotNull @Size(max = 2000)
            Map<@NotBlank @Size(max = 60) String, @NotBlank @Size(max = 120) String> services,

            @NotNull @Size(max = 120) String serviceOtherwise,

            @NotNull @Size(max = 2000)
            Map<
                            @NotBlank @Size(max = 60) String,
                            @NotNull @Size(max = 100) Map<
                                    @NotBlank @Size(max = 120) String, @NotBlank @Size(max = 120) String>>
                    attributes,

            boolean withRequester,
            boolean takesPrivate,
            boolean on,
            @NotNull @Size(max = 500) String reason) {}

    /** @param error absent when it answered */
    record TrialBody(List<ServiceBody> services, @Nullable String error, ConnectionTrial.@Nullable Updates updates) {}

    /**
     * @param published what is reported as that stands in their list at once
     * @param asks something is asked of whoever reports that
     */
    record ServiceBody(String code, String name, String group, boolean published, boolean asks) {}

    record NotThereBody(List<ForwardingBody> items) {}

    record SentAgainBody(int sentAgain) {}

    /**
     * @param remoteId the number that it has there
     * @param seenAt when the other side last told something of it
     * @param ending how far they are told that it is no longer for them: WAITING, TOLD, NOT_TOLD; absent: nothing is told
     */
    record ForwardingBody(
            UUID id,
            UUID requestId,
            String number,
            UUID organisationId,
            String organisation,
            Forwarding.Stage stage,
            Instant queuedAt,
            int attempts,
            Instant nextAttemptAt,
            boolean maybeThere,
            @Nullable String remoteId,
            @Nullable Instant takenAt,
            @Nullable Instant askedAt,
            @Nullable Instant seenAt,
            @Nullable String remoteStatus,
            Forwarding.@Nullable Problem problem,
            @Nullable String lastError,
            @Nullable String ending) {}

    /** @param service whose questions are asked for */
    record AskedBody(@NotBlank @Size(max = 120) String service) {}

    /** @param error absent when it answered */
    record DefinitionBody(
            List<AttributeBody> attributes, @Nullable String error) {}

    /** @param datatype in their words */
    record AttributeBody(String code, String description, String datatype, boolean required) {}

    static DefinitionBody of(ConnectionTrial.Asked asked) {
        return new DefinitionBody(
                asked.attributes().stream()
                        .map(each ->
                                new AttributeBody(each.code(), each.description(), each.datatype(), each.isRequired()))
                        .toList(),
                asked.error());
    }

    /** What there is to say of a connection besides itself. */
    record Around(
            String name,
            Map<String, String> services,
            Map<String, Map<String, String>> attributes,
            RemoteKeys.Standing key,
            ForwardingDesk.Standing standing,
            SettingBody setting) {}

    static ConnectionBody of(Connection connection, Around around) {
        Health health = around.standing().health();
        return new ConnectionBody(
                connection.organisationId(),
                around.name(),
                connection.address(),
                connection.format(),
                connection.remoteJurisdiction(),
                connection.externalIdAttribute(),
                around.services(),
                connection.serviceOtherwise(),
                around.attributes(),
                connection.terms().withRequester(),
                connection.terms().takesPrivate(),
                connection.isOn(),
                around.key(),
                around.standing().waiting(),
                around.standing().refused(),
                around.standing().there(),
                health.lastAnswerAt().orElse(null),
                health.failingSince().orElse(null),
                health.lastError().orElse(null),
                health.speaksUpdates().orElse(null),
                around.setting());
    }

    static TrialBody of(ConnectionTrial.Result result) {
        return new TrialBody(
                result.services().stream()
                        .map(each ->
                                new ServiceBody(each.code(), each.name(), each.group(), each.isPublic(), each.asks()))
                        .toList(),
                result.error(),
                result.updates());
    }

    static ForwardingBody of(Forwarding it, String number, String organisation, @Nullable String ending) {
        return new ForwardingBody(
                it.id(),
                it.requestId(),
                number,
                it.organisationId(),
                organisation,
                it.stage(),
                it.queuedAt(),
                it.attempts().count(),
                it.attempts().nextAt(),
                it.maybeThere(),
                it.remoteId().orElse(null),
                it.heard().takenAt().orElse(null),
                it.heard().askedAt().orElse(null),
                it.heard().seenAt().orElse(null),
                it.heard().status().orElse(null),
                it.problem().orElse(null),
                it.lastError().orElse(null),
                ending);
    }
}
