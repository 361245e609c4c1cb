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
import org.vigie.request.Answers;
import org.vigie.request.Place;
import org.vigie.request.rules.FoldedWords;
import org.vigie.request.rules.RequesterKind;
import org.vigie.territory.Boundary;
import org.vigie.territory.Placement;
import org.vigie.territory.SectorLocator;

/** Finds out, for a submission, where it is and what becomes of it; refuses what may not be reported there. */
@Component
class Reception {

    /** @param priorityExplanation for staff; blank when it is the category's usual one or a person's choice, and no danger is told */
    record Arrival(Siting.Site site, Treatment.Outcome outcome, String priorityExplanation) {}

    private final SectorLocator locator;
    private final Boundary boundary;
    private final Addresses addresses;
    private final Offers offers;
    private final Treatment treatment;
    private final TreatmentSentences sentences;
    private final Siting siting;
    private final Clock clock;

    Reception(
            SectorLocator locator,
            Boundary boundary,
            Addresses addresses,
            Offers offers,
            Treatment treatment,
            TreatmentSentences sentences,
            Siting siting,
            Clock clock) {
        this.locator = locator;
        this.boundary = boundary;
        this.addresses = addresses;
        this.offers = offers;
        this.treatment = treatment;
        this.sentences = sentences;
        this.siting = siting;
        this.clock = clock;
    }

    /** @throws Refusal outside-jurisdiction, sector-not-near, not-offered-here, reports-stopped */
    Arrival of(Submission submission, Category category, Answers answers) {
        Place place = place(submission);
        Optional<Submission.FromDesk> desk =
                submission instanceof Submission.FromDesk fromDesk ? Optional.of(fromDesk) : Optional.empty();
        if (desk.isEmpty()) {
            offers.now().check(category, place.position(), clock.instant());
        }
        Treatment.Outcome outcome = treatment.of(new Treatment.Case(
                category,
                place,
                submission.report().danger(),
                submission.channel(),
                RequesterKind.of(
                        submission.channel(), Optional.of(submission.report().requester())),
                new FoldedWords(submission.report().description()),
                answers.byQuestion(),
                clock.instant(),
                desk.map(told -> new Treatment.Chosen(told.priority(), told.teamId()))
                        .orElse(Treatment.Chosen.NOTHING)));
        Locale local = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        return new Arrival(siting.site(place, category, outcome.choice()), outcome, sentences.history(outcome, local));
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
