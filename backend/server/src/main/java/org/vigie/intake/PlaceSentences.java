package org.vigie.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.Place;
import org.vigie.territory.Placement;
import org.vigie.territory.PlacementSentences;
import org.vigie.territory.SectorLocator;

/** Explains the place of a request by the sectors that hold now; a sector that a person chose stays chosen. */
@Component
public class PlaceSentences {

    private final SectorLocator locator;
    private final PlacementSentences sentences;

    PlaceSentences(SectorLocator locator, PlacementSentences sentences) {
        this.locator = locator;
        this.sentences = sentences;
    }

    /** @return empty while it is still to be located */
    public Optional<Placement> placement(Place place) {
        return place.position().map(at -> chosen(place, at).orElseGet(() -> locator.locate(at)));
    }

    /** @return blank while it is still to be located */
    public String of(Place place, Locale locale) {
        return placement(place).map(found -> sentences.of(found, locale)).orElse("");
    }

    private Optional<Placement> chosen(Place place, Wgs84Point at) {
        Optional<UUID> sector = place.rule() == Place.Rule.CHOSEN ? place.sectorId() : Optional.empty();
        return sector.flatMap(id -> locator.neighbours(at).stream()
                .filter(near -> near.sector().sectorId().equals(id))
                .findFirst()
                .flatMap(near -> locator.locateIn(near.sector().code(), at)));
    }
}
