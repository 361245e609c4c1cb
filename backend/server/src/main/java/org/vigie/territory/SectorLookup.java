package org.vigie.territory;

import java.util.Optional;
import java.util.UUID;
import org.vigie.geo.Wgs84Point;

/** Places positions by sectors that are given, by the rule stated in {@link org.vigie.territory}. Immutable, for any number of threads. */
public final class SectorLookup {

    private final SectorSnapshot snapshot;
    private final double toleranceMetres;
    private final double edgeMetres;

    SectorLookup(SectorSnapshot snapshot, TerritorySettings settings) {
        this.snapshot = snapshot;
        this.toleranceMetres = settings.toleranceMetres();
        this.edgeMetres = settings.edgeMetres();
    }

    public Placement locate(Wgs84Point point) {
        return snapshot.locate(point, toleranceMetres);
    }

    /** As {@link #locate(Wgs84Point)}, but a sector that a person chose keeps the position while it is beside it. */
    public Placement locate(Wgs84Point point, Optional<UUID> chosenSectorId) {
        Placement usual = locate(point);
        return chosenSectorId
                .flatMap(chosen -> snapshot.near(point, edgeMetres).stream()
                        .filter(near -> near.sector().sectorId().equals(chosen))
                        .findFirst())
                .filter(near -> !usual.sector().equals(Optional.of(near.sector())))
                .map(near -> new Placement(Placement.Rule.CHOSEN, Optional.of(near.sector()), near.metres()))
                .orElse(usual);
    }
}
