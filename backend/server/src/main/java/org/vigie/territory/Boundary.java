package org.vigie.territory;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.stereotype.Component;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;
import org.vigie.geo.Wgs84Point;

/** The limit of the jurisdiction that is open, kept in memory. */
@Component
public class Boundary {

    private final JurisdictionSnapshot<IndexedPointInAreaLocator> snapshot;

    Boundary(Jurisdictions jurisdictions, JurisdictionSnapshots snapshots) {
        this.snapshot =
                snapshots.of("boundary", () -> indexed(jurisdictions.profile().boundary()));
    }

    /** Whether a position lies in the jurisdiction or on its limit. */
    public boolean covers(Wgs84Point point) {
        return snapshot.get().locate(new Coordinate(point.longitudeDegrees(), point.latitudeDegrees()))
                != Location.EXTERIOR;
    }

    private static IndexedPointInAreaLocator indexed(MultiPolygon boundary) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(boundary);
        // Builds the locator's index now, not in the first request.
        locator.locate(boundary.getCoordinate());
        return locator;
    }
}
