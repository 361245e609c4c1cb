package org.vigie.catalogue;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.geo.Wgs84Point;
import org.vigie.territory.LocatedSector;
import org.vigie.territory.SectorLocator;

/** Who answers for what in the jurisdiction that is open. Answers come from memory. */
@Component
public class Competences {

    private final CatalogueSnapshots snapshots;
    private final SectorLocator locator;

    Competences(CatalogueSnapshots snapshots, SectorLocator locator) {
        this.snapshots = snapshots;
        this.locator = locator;
    }

    /** As it stands; may be asked for many places, also while it changes. */
    public CompetenceLookup now() {
        return new CompetenceLookup(snapshots.get(), this::sectorOf);
    }

    private Optional<UUID> sectorOf(String set, Wgs84Point point) {
        return locator.locate(set, point).sector().map(LocatedSector::sectorId);
    }
}
