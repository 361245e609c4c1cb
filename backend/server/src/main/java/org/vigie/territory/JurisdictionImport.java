package org.vigie.territory;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;

/** Brings a jurisdiction in, or its changed name or boundary, from a file of polygons that are joined into one boundary. */
@Component
public class JurisdictionImport {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,40}");
    /** Farther than this from the meridian of their own clock live next to none. */
    private static final double FAR_FROM_CLOCK_DEGREES = 30;

    private final Jurisdictions jurisdictions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JurisdictionImport(Jurisdictions jurisdictions, TransactionTemplate transaction, Clock clock) {
        this.jurisdictions = jurisdictions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is wanted, before the jurisdiction has an id. */
    public record Order(String code, String name, String locale, ZoneId zone) {}

    /**
     * One transaction. The counts tell features read and one jurisdiction created, updated or unchanged.
     *
     * @throws Refusal when the file is not made of polygons or the code is not one; nothing is stored then
     */
    public Jurisdiction run(Order order, SourceFile file, ImportReport report) {
        if (!CODE.matcher(order.code()).matches()) {
            throw Refusal.invalid("code-malformed", order.code());
        }
        MultiPolygon boundary = boundary(file, report);
        refuseSwapped(boundary, order.zone());
        Optional<Jurisdiction> known = jurisdictions.find(order.code());
        Jurisdiction wanted = new Jurisdiction(
                known.map(Jurisdiction::id).orElseGet(Ids::next),
                order.code(),
                order.name(),
                order.locale(),
                order.zone());
        CurrentJurisdiction.inside(
                wanted, () -> transaction.executeWithoutResult(status -> store(known, wanted, boundary, report)));
        return wanted;
    }

    private void store(Optional<Jurisdiction> known, Jurisdiction wanted, MultiPolygon boundary, ImportReport report) {
        if (known.isEmpty()) {
            jurisdictions.add(boundary, false);
            report.created(1);
        } else if (known.get().equals(wanted)
                && jurisdictions.profile().boundary().equalsExact(boundary)) {
            report.unchanged(1);
        } else {
            jurisdictions.change(wanted, boundary);
            report.updated(1);
        }
    }

    private static MultiPolygon boundary(SourceFile file, ImportReport report) {
        BoundaryUnion union = new BoundaryUnion();
        file.eachFeature(feature -> {
            report.read(1);
            Polygons.of(feature, report).ifPresentOrElse(union::add, () -> report.rejected(1));
        });
        if (report.counts().rejected() > 0 || union.isEmpty()) {
            throw Refusal.invalid("boundary-not-polygons", report.counts().rejected(), report.file());
        }
        return union.join(report);
    }

    /** A swapped boundary is often a valid place elsewhere; the clock it is to live by gives it away. */
    private void refuseSwapped(MultiPolygon boundary, ZoneId zone) {
        Point centre = boundary.getCentroid();
        double meridian = zone.getRules().getStandardOffset(clock.instant()).getTotalSeconds() / 240.0;
        boolean far = degreesApart(centre.getX(), meridian) > FAR_FROM_CLOCK_DEGREES;
        if (far && degreesApart(centre.getY(), meridian) < FAR_FROM_CLOCK_DEGREES) {
            throw Refusal.invalid(
                    "boundary-looks-swapped", rounded(centre.getX()), rounded(centre.getY()), zone.getId());
        }
    }

    private static double degreesApart(double left, double right) {
        double apart = Math.abs(left - right) % 360;
        return Math.min(apart, 360 - apart);
    }

    private static String rounded(double degrees) {
        return String.valueOf(Math.round(degrees * 1e4) / 1e4);
    }
}
