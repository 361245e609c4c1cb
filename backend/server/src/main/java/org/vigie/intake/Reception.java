package org.vigie.intake;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Offers;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.address.Addresses;
import org.vigie.request.Danger;
import org.vigie.request.Place;
import org.vigie.request.Priorities;
import org.vigie.request.Priority;
import org.vigie.request.PriorityChoice;
import org.vigie.request.PrioritySentences;
import org.vigie.territory.Boundary;
import org.vigie.territory.Placement;
import org.vigie.territory.SectorLocator;

/** Finds out, for a submission, where it is, how urgent, and who is responsible; refuses what may not be reported there. */
@Component
class Reception {

    /** @param priorityExplanation for staff; blank when it is the category's usual one or a person's choice, and no danger is told */
    record Arrival(Siting.Site site, Priority priority, String priorityExplanation) {}

    private final SectorLocator locator;
    private final Boundary boundary;
    private final Addresses addresses;
    private final Offers offers;
    private final Priorities priorities;
    private final PrioritySentences sentences;
    private final Siting siting;
    private final Clock clock;

    Reception(
            SectorLocator locator,
            Boundary boundary,
            Addresses addresses,
            Offers offers,
            Priorities priorities,
            PrioritySentences sentences,
            Siting siting,
            Clock clock) {
        this.locator = locator;
        this.boundary = boundary;
        this.addresses = addresses;
        this.offers = offers;
        this.priorities = priorities;
        this.sentences = sentences;
        this.siting = siting;
        this.clock = clock;
    }

    /** @throws Refusal outside-jurisdiction, sector-not-near, not-offered-here, reports-stopped */
    Arrival of(Submission submission, Category category) {
        Place place = place(submission);
        Optional<Submission.FromDesk> desk =
                submission instanceof Submission.FromDesk fromDesk ? Optional.of(fromDesk) : Optional.empty();
        if (desk.isEmpty()) {
            offers.now().check(category, place.position(), clock.instant());
        }
        PriorityChoice rule =
                priorities.now().choose(category, submission.report().danger(), place.position());
        Optional<Priority> told = desk.flatMap(Submission.FromDesk::priority);
        Priority priority = told.orElse(rule.priority());
        Siting.Site site =
                siting.site(place, category, desk.flatMap(Submission.FromDesk::teamId), priority == Priority.URGENT);
        Optional<PriorityChoice> deciding =
                Optional.of(rule).filter(is -> told.isEmpty() && is.ruleCode().isPresent());
        return new Arrival(site, priority, explain(deciding, submission.report().danger(), category));
    }

    /** A danger that no rule speaks of is told nonetheless: whoever answers must know. */
    private String explain(Optional<PriorityChoice> deciding, Optional<Danger> danger, Category category) {
        Locale local = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        String why = deciding.map(rule -> sentences.of(rule, category, local)).orElse("");
        String told = danger.filter(is -> is != Danger.NONE
                        && deciding.flatMap(PriorityChoice::danger).isEmpty())
                .map(is -> sentences.told(is, local))
                .orElse("");
        return (why + " " + told).strip();
    }

    private Place place(Submission submission) {
        Report report = submission.report();
        String address = report.address().strip();
        Optional<Wgs84Point> position = report.position();
        boolean byAddress = position.isEmpty() && !address.isEmpty();
        if (byAddress) {
            position = addresses.findExactly(report.address());
        }
        if (submission instanceof Submission.FromPublic) {
            position.ifPresent(this::refuseOutside);
        }
        Place.Source source = byAddress ? Place.Source.ADDRESS : report.source();
        return position.map(where -> siting.at(where, source, address, placement(where, report.sectorChoice())))
                .orElseGet(() -> Place.toBeLocated(address));
    }

    private Placement placement(Wgs84Point position, Optional<String> chosenSector) {
        return chosenSector
                .map(code ->
                        locator.locateIn(code, position).orElseThrow(() -> Refusal.invalid("sector-not-near", code)))
                .orElseGet(() -> locator.locate(position));
    }

    private void refuseOutside(Wgs84Point position) {
        if (!boundary.covers(position)) {
            throw Refusal.invalid(
                    "outside-jurisdiction", CurrentJurisdiction.get().name());
        }
    }
}
