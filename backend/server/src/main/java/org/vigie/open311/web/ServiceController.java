package org.vigie.open311.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Domain;
import org.vigie.catalogue.Offer;
import org.vigie.catalogue.OfferLookup;
import org.vigie.catalogue.Offers;
import org.vigie.catalogue.process.Processes;
import org.vigie.catalogue.process.Question;
import org.vigie.open311.Clients;

/** What may be reported, and what is asked of whoever does. */
@RestController
@RequestMapping(Paths.ROOT)
class ServiceController {

    private final Documents documents;
    private final Offers offers;
    private final Categories categories;
    private final Processes processes;
    private final Clients clients;
    private final AttributeWriting attributes;
    private final Clock clock;

    ServiceController(
            Documents documents,
            Offers offers,
            Categories categories,
            Processes processes,
            Clients clients,
            AttributeWriting attributes,
            Clock clock) {
        this.documents = documents;
        this.offers = offers;
        this.categories = categories;
        this.processes = processes;
        this.clients = clients;
        this.attributes = attributes;
        this.clock = clock;
    }

    /** With a position, what is offered there; without, what is offered anywhere. */
    @GetMapping("/services" + Paths.FORMAT)
    ResponseEntity<byte[]> list(
            @PathVariable String format, @RequestParam MultiValueMap<String, String> query, Locale reader) {
        Parameters asked = new Parameters(query);
        OfferLookup now = offers.now();
        Map<String, String> domains = now.domains().stream().collect(Collectors.toMap(Domain::code, Domain::name));
        List<Bodies.Service> services = now.list(asked.position(), clock.instant()).stream()
                .map(offer -> service(offer, domains, reader))
                .toList();
        return documents.list(Format.of(format), "services", "service", services);
    }

    /** What is not published is taken in batches: its number is told by a token alone. */
    private Bodies.Service service(Offer offer, Map<String, String> domains, Locale reader) {
        Category category = offer.category();
        String description = Stream.concat(
                        Stream.of(category.service().name()),
                        offer.messages().stream().map(message -> message.textFor(reader)))
                .collect(Collectors.joining(". "));
        String keywords = Arrays.stream(category.keywords().strip().split("\\s+"))
                .map(Category::untied)
                .map(word -> word.replace(',', ' '))
                .collect(Collectors.joining(","));
        boolean asks = !questions(category).isEmpty()
                || !clients.externalIdAttributes().isEmpty();
        return new Bodies.Service(
                category.code(),
                category.name(),
                description,
                asks,
                isToldByToken(category) ? "batch" : "realtime",
                keywords,
                domains.getOrDefault(category.domainCode(), category.domainCode()));
    }

    static boolean isToldByToken(Category category) {
        return category.isPrivate();
    }

    @GetMapping("/services/{code}" + Paths.FORMAT)
    ResponseEntity<byte[]> definition(
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> query,
            Locale reader) {
        new Parameters(query);
        Category category = categories
                .findOffered(code)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "open311-service-unknown", code));
        List<Bodies.Attribute> asked = new ArrayList<>();
        List<Question> questions = questions(category);
        questions.forEach(question -> asked.add(attributes.of(question, questions, asked.size() + 1, reader)));
        clients.externalIdAttributes().stream()
                .filter(own ->
                        questions.stream().noneMatch(question -> question.code().equals(own)))
                .forEach(own -> asked.add(attributes.ofClient(own, asked.size() + 1, reader)));
        Bodies.Definition definition = new Bodies.Definition(category.code(), asked);
        return documents.one(Format.of(format), "service_definition", definition);
    }

    private List<Question> questions(Category category) {
        return processes
                .inForce(category.id())
                .map(version -> version.content().questions())
                .orElse(List.of());
    }
}
