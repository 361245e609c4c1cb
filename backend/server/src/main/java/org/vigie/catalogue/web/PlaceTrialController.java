package org.vigie.catalogue.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.catalogue.Areas;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Competence;
import org.vigie.catalogue.CompetenceSentences;
import org.vigie.catalogue.Competences;
import org.vigie.catalogue.NamedGround;
import org.vigie.catalogue.NamedGrounds;
import org.vigie.catalogue.Offer;
import org.vigie.catalogue.Offers;
import org.vigie.geo.Wgs84Point;

/** What holds at a place at a time: which named ground it lies on, what is offered there, who answers for it and why. */
@RestController
class PlaceTrialController {

    /** @param grounds names of those that the place lies on, with the sectors of today */
    record TrialBody(LocalDateTime at, List<String> grounds, List<CategoryBody> categories) {}

    /**
     * @param messages that people are told there then
     * @param forwarded it is somebody's who does not work here
     * @param sentence why that organisation answers for it
     */
    record CategoryBody(
            String code,
            String name,
            String domain,
            boolean offered,
            List<MessageBody> messages,
            String organisation,
            boolean forwarded,
            Competence.Rule rule,
            String sentence) {}

    record MessageBody(String text, Instant until, boolean refuses) {}

    private final Categories categories;
    private final Offers offers;
    private final Competences competences;
    private final CompetenceSentences sentences;
    private final Areas areas;
    private final NamedGrounds grounds;
    private final Clock clock;

    PlaceTrialController(
            Categories categories,
            Offers offers,
            Competences competences,
            CompetenceSentences sentences,
            Areas areas,
            NamedGrounds grounds,
            Clock clock) {
        this.categories = categories;
        this.offers = offers;
        this.competences = competences;
        this.sentences = sentences;
        this.areas = areas;
        this.grounds = grounds;
        this.clock = clock;
    }

    /** @param at on the town's own clock; absent: now */
    @GetMapping("/{jurisdiction}/api/desk/grounds/at")
    @Transactional(readOnly = true)
    public TrialBody at(
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
                    LocalDateTime at) {
        Wgs84Point place = new Wgs84Point(lon, lat);
        Instant then = at == null ? clock.instant() : ScopeReading.instant(at);
        Set<UUID> on = areas.at(place);
        return new TrialBody(
                ScopeReading.wall(then),
                grounds.list().stream()
                        .filter(ground -> on.contains(ground.id()))
                        .map(NamedGround::name)
                        .toList(),
                categories.listActive().stream()
                        .map(category -> body(category, place, then))
                        .toList());
    }

    private CategoryBody body(Category category, Wgs84Point place, Instant then) {
        Locale reader = LocaleContextHolder.getLocale();
        Optional<Offer> offer = offers.now().find(category, Optional.of(place), then);
        Competence competence = competences.now().find(category, Optional.of(place), then);
        return new CategoryBody(
                category.code(),
                category.name(),
                category.domainCode(),
                offer.isPresent(),
                offer.map(Offer::messages).orElse(List.of()).stream()
                        .map(message -> new MessageBody(message.textFor(reader), message.until(), message.refuses()))
                        .toList(),
                competence.organisation().name(),
                competence.isForwarded(),
                competence.rule(),
                sentences.of(competence, category, category.isUrgent(), reader));
    }
}
