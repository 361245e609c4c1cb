package org.vigie.catalogue;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.geo.Wgs84Point;
import org.vigie.territory.LocatedSector;
import org.vigie.territory.SectorLocator;

/** What may be reported in the jurisdiction that is open. Answers come from memory. */
@Component
public class Offers {

    private final CatalogueSnapshots snapshots;
    private final SectorLocator locator;

    Offers(CatalogueSnapshots snapshots, SectorLocator locator) {
        this.snapshots = snapshots;
        this.locator = locator;
    }

    public OfferLookup now() {
        return new OfferLookup(snapshots.get(), this::sectorOf);
    }

    /** The catalogue was written here: the next call looks, whatever the time. */
    public void forget() {
        snapshots.forget();
    }

    private Optional<UUID> sectorOf(String set, Wgs84Point point) {
        return locator.locate(set, point).sector().map(LocatedSector::sectorId);
    }
}
