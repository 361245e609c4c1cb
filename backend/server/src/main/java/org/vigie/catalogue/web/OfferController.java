package org.vigie.catalogue.web;

import jakarta.validation.Valid;
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
import org.vigie.catalogue.Activation;
import org.vigie.catalogue.Activations;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Offers;

/** What is offered where and from when. Times are those of the town's own clock. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/offers")
class OfferController {

    private static final String SUBJECT = "offer/";

    /** @param domains all there are, offered or not */
    record ListBody(List<OfferBody> items, List<DomainBody> domains) {}

    record DomainBody(String code, String name, String glyph, List<CategoryBody> categories) {}

    record CategoryBody(String code, String name, String glyph) {}

    /** @param endsAt absent: for ever */
    record OfferBody(
            UUID id,
            @Nullable String domain,
            @Nullable String category,
            @Nullable UUID groundId,
            LocalDateTime from,
            @Nullable LocalDateTime until,
            Instant startsAt,
            @Nullable Instant endsAt,
            SettingBody setting) {}

    /**
     * @param domain or a category: one of the two
     * @param groundId or a sector, not both; neither: everywhere
     * @param confirmed also when some place is left with nothing that may be reported
     */
    record ChangeBody(
            @Nullable String domain,
            @Nullable String category,
            @Nullable UUID groundId,
            @Nullable UUID sectorId,
            @NotNull LocalDateTime from,
            @Nullable LocalDateTime until,
            @Nullable Boolean confirmed,
            @NotNull @Size(max = 500) String reason) {}

    private final Activations activations;
    private final Offers offers;
    private final Categories categories;
    private final ScopeReading scopes;
    private final SettingChanges changes;
    private final TransactionTemplate transaction;

    OfferController(
            Activations activations,
            Offers offers,
            Categories categories,
            ScopeReading scopes,
            SettingChanges changes,
            TransactionTemplate transaction) {
        this.activations = activations;
        this.offers = offers;
        this.categories = categories;
        this.scopes = scopes;
        this.changes = changes;
        this.transaction = transaction;
    }

    @GetMapping
    ListBody list() {
        Map<String, SettingChange> latest = changes.list(SUBJECT);
        List<Category> all = categories.listActive();
        return new ListBody(
                activations.list().stream()
                        .map(offer -> body(
                                offer, Optional.ofNullable(latest.get(offer.id().toString()))))
                        .toList(),
                offers.now().domains().stream()
                        .map(domain -> new DomainBody(
                                domain.code(),
                                domain.name(),
                                domain.glyph(),
                                all.stream()
                                        .filter(category ->
                                                category.domainCode().equals(domain.code()))
                                        .map(category ->
                                                new CategoryBody(category.code(), category.name(), category.glyph()))
                                        .toList()))
                        .toList());
    }

    /** The id is the client's: sent again it is the same offer. */
    @PutMapping("/{id}")
    OfferBody save(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ChangeBody body) {
        Instant from = ScopeReading.instant(body.from());
        Optional<Instant> until = Optional.ofNullable(body.until()).map(ScopeReading::instant);
        ScopeReading.checkPeriod(from, until);
        if (body.domain() == null && body.category() == null) {
            throw Refusal.invalid("offer-of-nothing");
        }
        scopes.checkAbout(body.domain(), body.category());
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT + id, revision.number(), body.reason());
            Activation offer = new Activation(
                    id,
                    Optional.ofNullable(body.domain()),
                    Optional.ofNullable(body.category()),
                    scopes.ground(body.groundId(), body.sectorId()),
                    from,
                    until);
            activations.save(offer, Boolean.TRUE.equals(body.confirmed()));
        });
        return body(get(id), changes.find(SUBJECT + id));
    }

    /** Takes it away; what has no offer left, of itself or of its domain, is offered everywhere. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @RequestParam(defaultValue = "") @Size(max = 500) String reason,
            @RequestParam(defaultValue = "false") boolean confirmed) {
        get(id);
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT + id, revision.number(), reason);
            activations.remove(id, confirmed);
        });
    }

    private Activation get(UUID id) {
        return activations.find(id).orElseThrow(() -> Refusal.notFound("offer"));
    }

    private static OfferBody body(Activation offer, Optional<SettingChange> latest) {
        return new OfferBody(
                offer.id(),
                offer.domain().orElse(null),
                offer.category().orElse(null),
                offer.groundId().orElse(null),
                ScopeReading.wall(offer.from()),
                offer.until().map(ScopeReading::wall).orElse(null),
                offer.from(),
                offer.until().orElse(null),
                SettingBody.of(latest));
    }
}
