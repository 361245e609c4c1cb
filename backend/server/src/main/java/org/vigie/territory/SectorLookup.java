package org.vigie.territory;

import org.vigie.geo.Wgs84Point;

/** Places positions by sectors that are given, by the rule stated in {@link org.vigie.territory}. Immutable, for any number of threads. */
public final class SectorLookup {

    private final SectorSnapshot snapshot;
    private final double toleranceMetres;

    SectorLookup(SectorSnapshot snapshot, double toleranceMetres) {
        this.snapshot = snapshot;
        this.toleranceMetres = toleranceMetres;
    }

    public Placement locate(Wgs84Point point) {
        return snapshot.locate(point, toleranceMetres);
    }
}
