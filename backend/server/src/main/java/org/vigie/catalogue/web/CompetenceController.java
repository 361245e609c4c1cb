package org.vigie.catalogue.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.vigie.catalogue.CompetenceRow;
import org.vigie.catalogue.CompetenceTable;
import org.vigie.catalogue.Organisation;
import org.vigie.catalogue.Organisations;

/** Who answers for what, where and when. Times are those of the town's own clock. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk")
class CompetenceController {

    private static final String SUBJECT = "competence/";
    private static final String ORGANISATION = "organisation/";

    record ListBody(List<CompetenceBody> items, List<OrganisationBody> organisations) {}

    /** @param worksHere has services and teams here; what falls to another one is forwarded to it */
    record OrganisationBody(UUID id, String name, boolean worksHere, List<ServiceBody> services, SettingBody setting) {}

    record ServiceBody(UUID id, String code, String name) {}

    /** @param endsAt absent: for ever */
    record CompetenceBody(
            UUID id,
            String code,
            UUID organisationId,
            @Nullable UUID serviceId,
            @Nullable String domain,
            @Nullable String category,
            @Nullable UUID groundId,
            LocalDateTime from,
            @Nullable LocalDateTime until,
            Instant startsAt,
            @Nullable Instant endsAt,
            SettingBody setting) {}

    /**
     * @param code of two that say the same, the smaller one decides
     * @param serviceId of that organisation; absent: the category's own, or else its first one
     * @param domain or a category, not both; neither: every category
     * @param groundId or a sector, not both; neither: everywhere
     */
    record ChangeBody(
            @NotBlank @Size(max = 40) String code,
            @NotNull UUID organisationId,
            @Nullable UUID serviceId,
            @Nullable String domain,
            @Nullable String category,
            @Nullable UUID groundId,
            @Nullable UUID sectorId,
            @NotNull LocalDateTime from,
            @Nullable LocalDateTime until,
            @NotNull @Size(max = 500) String reason) {}

    record OrganisationChangeBody(
            @NotBlank @Size(max = 120) String name,
            boolean worksHere,
            @NotNull @Size(max = 500) String reason) {}

    private final CompetenceTable table;
    private final Organisations organisations;
    private final ScopeReading scopes;
    private final SettingChanges changes;
    private final TransactionTemplate transaction;

    CompetenceController(
            CompetenceTable table,
            Organisations organisations,
            ScopeReading scopes,
            SettingChanges changes,
            TransactionTemplate transaction) {
        this.table = table;
        this.organisations = organisations;
        this.scopes = scopes;
        this.changes = changes;
        this.transaction = transaction;
    }

    @GetMapping("/competences")
    ListBody list() {
        Map<String, SettingChange> latest = changes.list(SUBJECT);
        Map<String, SettingChange> ofOrganisations = changes.list(ORGANISATION);
        return new ListBody(
                table.list().stream()
                        .map(row -> body(
                                row, Optional.ofNullable(latest.get(row.id().toString()))))
                        .toList(),
                organisations.list().stream()
                        .map(each -> body(
                                each,
                                Optional.ofNullable(
                                        ofOrganisations.get(each.id().toString()))))
                        .toList());
    }

    /** The id is the client's: sent again it is the same competence. */
    @PutMapping("/competences/{id}")
    CompetenceBody save(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ChangeBody body) {
        Instant from = ScopeReading.instant(body.from());
        Optional<Instant> until = Optional.ofNullable(body.until()).map(ScopeReading::instant);
        ScopeReading.checkPeriod(from, until);
        scopes.checkAbout(body.domain(), body.category());
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT + id, revision.number(), body.reason());
            table.save(new CompetenceRow(
                    id,
                    body.code().strip(),
                    body.organisationId(),
                    Optional.ofNullable(body.serviceId()),
                    Optional.ofNullable(body.domain()),
                    Optional.ofNullable(body.category()),
                    scopes.ground(body.groundId(), body.sectorId()),
                    from,
                    until));
        });
        return body(get(id), changes.find(SUBJECT + id));
    }

    @DeleteMapping("/competences/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @RequestParam(defaultValue = "") @Size(max = 500) String reason) {
        get(id);
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT + id, revision.number(), reason);
            table.remove(id);
        });
    }

    /** The id is the client's: sent again it is the same organisation. */
    @PutMapping("/organisations/{id}")
    OrganisationBody saveOrganisation(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody OrganisationChangeBody body) {
        Organisation organisation = new Organisation(id, body.name().strip(), body.worksHere());
        transaction.executeWithoutResult(status -> {
            changes.note(ORGANISATION + id, revision.number(), body.reason());
            organisations.save(organisation);
        });
        return body(organisation, changes.find(ORGANISATION + id));
    }

    private CompetenceRow get(UUID id) {
        return table.find(id).orElseThrow(() -> Refusal.notFound("competence"));
    }

    private OrganisationBody body(Organisation organisation, Optional<SettingChange> latest) {
        return new OrganisationBody(
                organisation.id(),
                organisation.name(),
                organisation.worksHere(),
                organisations.services().getOrDefault(organisation.id(), List.of()).stream()
                        .map(service -> new ServiceBody(service.id(), service.code(), service.name()))
                        .toList(),
                SettingBody.of(latest));
    }

    private static CompetenceBody body(CompetenceRow row, Optional<SettingChange> latest) {
        return new CompetenceBody(
                row.id(),
                row.code(),
                row.organisationId(),
                row.serviceId().orElse(null),
                row.domain().orElse(null),
                row.category().orElse(null),
                row.groundId().orElse(null),
                ScopeReading.wall(row.from()),
                row.until().map(ScopeReading::wall).orElse(null),
                row.from(),
                row.until().orElse(null),
                SettingBody.of(latest));
    }
}
