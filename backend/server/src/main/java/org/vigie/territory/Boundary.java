package org.vigie.territory;

import org.springframework.stereotype.Component;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;
import org.vigie.geo.IndexedPolygon;
import org.vigie.geo.Wgs84Point;

/** The limit of the jurisdiction that is open, kept in memory. */
@Component
public class Boundary {

    private final JurisdictionSnapshot<IndexedPolygon> snapshot;

    Boundary(Jurisdictions jurisdictions, JurisdictionSnapshots snapshots) {
        this.snapshot = snapshots.of(
                "boundary", () -> new IndexedPolygon(jurisdictions.profile().boundary()));
    }

    /** Whether a position lies in the jurisdiction or on its limit. */
    public boolean covers(Wgs84Point point) {
        return snapshot.get().covers(point);
    }
}
