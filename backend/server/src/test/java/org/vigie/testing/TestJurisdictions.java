package org.vigie.testing;

import java.time.ZoneId;
import java.util.UUID;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.boot.test.context.TestComponent;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Jurisdiction;
import org.vigie.geo.Geometries;
import org.vigie.territory.Jurisdictions;

/** Makes a jurisdiction for one test. */
@TestComponent
public class TestJurisdictions {

    private final Jurisdictions jurisdictions;

    TestJurisdictions(Jurisdictions jurisdictions) {
        this.jurisdictions = jurisdictions;
    }

    /** A square of 0.1° by 0.1° with its south-west corner at 2° E, 47° N. */
    public Jurisdiction square() {
        return over(new Envelope(2.0, 2.1, 47.0, 47.1));
    }

    public Jurisdiction over(Envelope degrees) {
        UUID id = Ids.next();
        Jurisdiction jurisdiction =
                new Jurisdiction(id, "t-" + id.toString().replace("-", ""), "Test", "fr", ZoneId.of("Europe/Paris"));
        MultiPolygon boundary = Geometries.asMultiPolygon(Geometries.FACTORY.toGeometry(degrees));
        CurrentJurisdiction.inside(jurisdiction, () -> jurisdictions.add(boundary, true));
        return jurisdiction;
    }
}
