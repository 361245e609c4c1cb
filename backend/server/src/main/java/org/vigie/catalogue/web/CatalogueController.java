package org.vigie.catalogue.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.Domain;
import org.vigie.catalogue.Offer;
import org.vigie.catalogue.OfferLookup;
import org.vigie.catalogue.Offers;
import org.vigie.catalogue.Promises;
import org.vigie.catalogue.calendar.Length;
import org.vigie.catalogue.process.ProcessVersion;
import org.vigie.catalogue.process.Processes;
import org.vigie.catalogue.process.Question;
import org.vigie.geo.Wgs84Point;

/** What one may report, here and now. */
@RestController
class CatalogueController {

    record CatalogueBody(List<DomainBody> domains) {}

    record DomainBody(String code, String name, String glyph, List<CategoryBody> categories) {}

    record CategoryBody(
            String code,
            String name,
            String glyph,
            String kind,
            List<String> keywords,
            boolean urgent,
            @JsonProperty("private") boolean isPrivate,
            String service,
            int duplicateRadiusMetres,
            List<PromiseBody> promises,
            @Nullable List<MessageBody> messages,
            boolean asks) {}

    /**
     * What is asked of whoever reports.
     *
     * @param version of the process, absent when the category has none
     * @param documents that one should have at hand
     */
    record QuestionsBody(
            String code, String name, @Nullable Integer version, List<Question> questions, List<String> documents) {}

    /** @param calendar on which it is counted, by its name; absent round the clock */
    record PromiseBody(
            Commitment commitment,
            int amount,
            Length.Unit unit,
            @Nullable String calendar) {

        static List<PromiseBody> of(Promises promises) {
            return promises.made().entrySet().stream()
                    .map(made -> new PromiseBody(
                            made.getKey(),
                            made.getValue().length().amount(),
                            made.getValue().length().unit(),
                            made.getValue()
                                    .calendar()
                                    .id()
                                    .map(id -> made.getValue().calendar().name())
                                    .orElse(null)))
                    .toList();
        }
    }

    record MessageBody(String text, Instant until, boolean refuses) {}

    private final Offers offers;
    private final Categories categories;
    private final Processes processes;
    private final Clock clock;

    CatalogueController(Offers offers, Categories categories, Processes processes, Clock clock) {
        this.offers = offers;
        this.categories = categories;
        this.processes = processes;
        this.clock = clock;
    }

    /** With a position, what is offered there; without, what is offered anywhere. */
    @GetMapping("/{jurisdiction}/api/catalogue")
    CatalogueBody catalogue(
            @RequestParam(required = false) @Nullable Double lon,
            @RequestParam(required = false) @Nullable Double lat) {
        if ((lon == null) != (lat == null)) {
            throw new Refusal(Refusal.Kind.MALFORMED, "position-incomplete");
        }
        OfferLookup now = offers.now();
        Optional<Wgs84Point> position =
                lon == null || lat == null ? Optional.empty() : Optional.of(new Wgs84Point(lon, lat));
        Map<String, List<Offer>> byDomain = now.list(position, clock.instant()).stream()
                .collect(Collectors.groupingBy(offer -> offer.category().domainCode()));
        return new CatalogueBody(now.domains().stream()
                .filter(domain -> byDomain.containsKey(domain.code()))
                .map(domain -> body(domain, byDomain.getOrDefault(domain.code(), List.of())))
                .toList());
    }

    /** The questions of the version in force; a report answers them by their codes. */
    @GetMapping("/{jurisdiction}/api/categories/{category}")
    QuestionsBody questions(@PathVariable String category) {
        Category found = categories.findOffered(category).orElseThrow(() -> Refusal.notFound("category"));
        Optional<ProcessVersion> version = processes.inForce(found.id());
        return new QuestionsBody(
                found.code(),
                found.name(),
                version.map(ProcessVersion::number).orElse(null),
                version.map(is -> is.content().questions()).orElse(List.of()),
                version.map(is -> is.content().documents()).orElse(List.of()));
    }

    private DomainBody body(Domain domain, List<Offer> offers) {
        return new DomainBody(
                domain.code(),
                domain.name(),
                domain.glyph(),
                offers.stream().map(this::body).toList());
    }

    private CategoryBody body(Offer offer) {
        Category category = offer.category();
        List<MessageBody> messages = offer.messages().stream()
                .map(message -> new MessageBody(
                        message.textFor(LocaleContextHolder.getLocale()), message.until(), message.refuses()))
                .toList();
        return new CategoryBody(
                category.code(),
                category.name(),
                category.glyph(),
                category.kind().name(),
                Arrays.stream(category.keywords().strip().split("\\s+"))
                        .map(Category::untied)
                        .toList(),
                category.isUrgent(),
                category.isPrivate(),
                category.service().name(),
                category.duplicateRadiusMetres(),
                PromiseBody.of(category.promises()),
                messages.isEmpty() ? null : messages,
                processes
                        .inForce(category.id())
                        .filter(version -> !version.content().questions().isEmpty())
                        .isPresent());
    }
}
