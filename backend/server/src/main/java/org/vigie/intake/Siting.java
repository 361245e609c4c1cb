package org.vigie.intake;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Competence;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.address.Addresses;
import org.vigie.request.Assignment;
import org.vigie.request.Place;
import org.vigie.request.Request;
import org.vigie.request.RequestState;
import org.vigie.territory.Placement;
import org.vigie.territory.SectorLocator;

/** Where a report falls and who is responsible there. Asked at intake, and again when the pin or the category changes. */
@Component
public class Siting {

    /**
     * @param explanation of the sector, for staff
     * @param teamLabel code and name of the team
     * @param competence who answers for it there
     * @param competenceExplanation why, for everybody
     */
    public record Site(
            Place place,
            Assignment assignment,
            String explanation,
            String teamLabel,
            Competence competence,
            String competenceExplanation) {

        /** The state that a request takes which came to this site: what is somebody else's is forwarded. */
        public RequestState received() {
            return assignment.authorityId().isPresent() ? RequestState.FORWARDED : RequestState.RECEIVED;
        }

        /**
         * Forwards a request that was moved or reclassified to somebody else's; takes back one that a rule had forwarded.
         *
         * @param before it was changed
         */
        public Request settle(Request before, Request after, Instant at) {
            boolean theirs = assignment.authorityId().isPresent();
            if (theirs && after.state().next().contains(RequestState.FORWARDED)) {
                return after.to(RequestState.FORWARDED, at);
            }
            boolean wereTheirs = before.state() == RequestState.FORWARDED
                    && before.assignment().authorityId().isPresent();
            return wereTheirs && !theirs ? after.to(RequestState.ASSIGNED, at) : after;
        }
    }

    private final SectorLocator locator;
    private final PlaceSentences places;
    private final Addresses addresses;
    private final Responsible responsible;

    Siting(SectorLocator locator, PlaceSentences places, Addresses addresses, Responsible responsible) {
        this.locator = locator;
        this.places = places;
        this.addresses = addresses;
        this.responsible = responsible;
    }

    /** The place of a position: sector, rule, edge; its address is looked up when none was written. */
    public Place at(Wgs84Point position, Place.Source source, String writtenAddress) {
        return at(position, source, writtenAddress, locator.locate(position));
    }

    /** As {@link #at(Wgs84Point, Place.Source, String)}, for a sector that is known or was chosen. */
    Place at(Wgs84Point position, Place.Source source, String writtenAddress, Placement placement) {
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

    /** The place with whoever was found responsible there. */
    public Site site(Place place, Category category, Responsible.Choice choice) {
        Locale local = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        return new Site(
                place,
                choice.assignment(),
                places.of(place, local),
                choice.team().code() + ", " + choice.team().name(),
                choice.competence(),
                responsible.explain(choice, category, local));
    }
}
