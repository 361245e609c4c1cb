package org.vigie.catalogue;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.geo.Wgs84Point;
import org.vigie.territory.LocatedSector;
import org.vigie.territory.SectorLocator;

/** Which named pieces of ground a position lies on, in the jurisdiction that is open. Answers come from memory. */
@Component
public class Areas {

    private final CatalogueSnapshots snapshots;
    private final SectorLocator locator;

    Areas(CatalogueSnapshots snapshots, SectorLocator locator) {
        this.snapshots = snapshots;
        this.locator = locator;
    }

    /** Their ids: areas, roads with their width, sectors of any set. */
    public Set<UUID> at(Wgs84Point point) {
        return Set.copyOf(snapshots.get().grounds().at(point, this::sectorOf).keySet());
    }

    private Optional<UUID> sectorOf(String set, Wgs84Point point) {
        return locator.locate(set, point).sector().map(LocatedSector::sectorId);
    }
}
