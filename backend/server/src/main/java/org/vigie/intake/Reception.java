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
import org.vigie.territory.asset.Asset;
import org.vigie.territory.asset.Assets;

/** Finds out, for a submission, where it is and what becomes of it; refuses what may not be reported there. */
@Component
class Reception {

    /** @param priorityExplanation for staff; blank when it is the category's usual one or a person's choice, and no danger is told */
    record Arrival(Siting.Site site, Treatment.Outcome outcome, String priorityExplanation, Optional<Asset> asset) {}

    private final SectorLocator locator;
    private final Boundary boundary;
    private final Addresses addresses;
    private final Assets assets;
    private final Offers offers;
    private final Treatment treatment;
    private final TreatmentSentences sentences;
    private final Siting siting;
    private final Clock clock;

    Reception(
            SectorLocator locator,
            Boundary boundary,
            Addresses addresses,
            Assets assets,
            Offers offers,
            Treatment treatment,
            TreatmentSentences sentences,
            Siting siting,
            Clock clock) {
        this.locator = locator;
        this.boundary = boundary;
        this.addresses = addresses;
        this.assets = assets;
        this.offers = offers;
        this.treatment = treatment;
        this.sentences = sentences;
        this.siting = siting;
        this.clock = clock;
    }

    /** @throws Refusal outside-jurisdiction, sector-not-near, not-offered-here, reports-stopped, asset-unknown, asset-retired */
    Arrival of(Submission submission, Category category, Answers answers) {
        Optional<Asset> asset = submission.report().asset().map(assets::getInService);
        Place place = place(submission, asset);
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
        return new Arrival(
                siting.site(place, category, outcome.choice()), outcome, sentences.history(outcome, local), asset);
    }

    /** Where somebody says that it is; where its asset stands, otherwise; where its address is, at last. */
    private Place place(Submission submission, Optional<Asset> asset) {
        Report report = submission.report();
        String address = report.address().strip();
        boolean byAsset = report.position().isEmpty() && asset.isPresent();
        Optional<Wgs84Point> position = report.position().or(() -> asset.map(Asset::position));
        boolean byAddress = position.isEmpty() && !address.isEmpty();
        if (byAddress) {
            position = addresses.findExactly(report.address());
        }
        if (submission instanceof Submission.FromPublic) {
            position.ifPresent(this::refuseOutside);
        }
        Place.Source source = byAddress ? Place.Source.ADDRESS : byAsset ? Place.Source.ASSET : report.source();
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
