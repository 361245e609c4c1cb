package org.vigie.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Category;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.address.Addresses;
import org.vigie.request.Assignment;
import org.vigie.request.Place;
import org.vigie.team.Coverages;
import org.vigie.team.Team;
import org.vigie.team.TeamChoice;
import org.vigie.team.Teams;
import org.vigie.territory.Jurisdictions;
import org.vigie.territory.Placement;
import org.vigie.territory.PlacementSentences;
import org.vigie.territory.SectorLocator;

/** Where a report falls and who is responsible there. Asked at intake, and again when the pin or the category changes. */
@Component
public class Siting {

    /**
     * @param explanation of the sector, for staff
     * @param teamLabel code and name of the team
     */
    public record Site(Place place, Assignment assignment, String explanation, String teamLabel) {}

    private final SectorLocator locator;
    private final PlacementSentences sentences;
    private final Jurisdictions jurisdictions;
    private final Addresses addresses;
    private final Coverages coverages;
    private final Teams teams;

    Siting(
            SectorLocator locator,
            PlacementSentences sentences,
            Jurisdictions jurisdictions,
            Addresses addresses,
            Coverages coverages,
            Teams teams) {
        this.locator = locator;
        this.sentences = sentences;
        this.jurisdictions = jurisdictions;
        this.addresses = addresses;
        this.coverages = coverages;
        this.teams = teams;
    }

    Site of(Submission submission, Category category) {
        Report report = submission.report();
        Optional<Wgs84Point> position = report.position();
        Place.Source source = report.source();
        if (position.isEmpty() && !report.address().isBlank()) {
            position = addresses.findExactly(report.address());
            source = Place.Source.ADDRESS;
        }
        if (submission instanceof Submission.FromPublic) {
            position.ifPresent(this::refuseOutside);
        }
        Place.Source told = source;
        Place place = position.map(where -> at(where, told, report.address().strip()))
                .orElseGet(() -> Place.toBeLocated(report.address().strip()));
        Optional<UUID> wanted = submission instanceof Submission.FromDesk desk ? desk.teamId() : Optional.empty();
        return site(place, category, wanted);
    }

    /** The place of a position: sector, rule, edge; its address is looked up when none was written. */
    public Place at(Wgs84Point position, Place.Source source, String writtenAddress) {
        Placement placement = locator.locate(position);
        String address = writtenAddress.isEmpty()
                ? addresses.nearest(position).map(Addresses.Nearby::label).orElse("")
                : writtenAddress;
        return new Place(
                Optional.of(position),
                source == Place.Source.NONE ? Place.Source.PIN : source,
                address,
                Place.Rule.valueOf(placement.rule().name()),
                placement.sector().map(sector -> sector.sectorId()),
                placement.sector().map(sector -> sector.versionId()),
                Double.isFinite(placement.metresToEdge()) ? Optional.of(placement.metresToEdge()) : Optional.empty());
    }

    /** Who is responsible for a category at a place; a team that somebody chose goes before every rule. */
    public Site site(Place place, Category category, Optional<UUID> chosenTeam) {
        Optional<Team> chosen =
                chosenTeam.map(id -> teams.find(id).orElseThrow(() -> Refusal.invalid("unknown-team", id)));
        TeamChoice rule = coverages.read().choose(place.sectorId().orElse(null), category);
        Team team = chosen.orElse(rule.team());
        Assignment assignment = new Assignment(
                category.service().id(),
                team.id(),
                chosen.isPresent()
                        ? Assignment.Rule.DISPATCHER
                        : Assignment.Rule.valueOf(rule.rule().name()),
                "");
        String explanation = place.position().map(this::explain).orElse("");
        return new Site(place, assignment, explanation, team.code() + ", " + team.name());
    }

    /** In the jurisdiction's own language: it is kept in the history. */
    private String explain(Wgs84Point position) {
        return sentences.of(
                locator.locate(position),
                Locale.forLanguageTag(CurrentJurisdiction.get().locale()));
    }

    private void refuseOutside(Wgs84Point position) {
        if (!jurisdictions.profile().boundary().covers(position.toJts())) {
            throw Refusal.invalid(
                    "outside-jurisdiction", CurrentJurisdiction.get().name());
        }
    }
}
