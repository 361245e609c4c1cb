package org.vigie.territory.asset;

import java.time.Clock;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.access.database.CopyRows;
import org.vigie.territory.ImportReport;
import org.vigie.territory.Jurisdictions;
import org.vigie.territory.SourceFile;

/** Brings all things of one kind in that the town has: points, lines and ground. */
@Component
public class AssetImport {

    private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    /**
     * Fields of the file.
     *
     * @param code holds what is painted on it
     * @param name may be missing
     */
    public record Fields(String code, String name) {}

    /**
     * What is to be brought in.
     *
     * @param kind the file has all of this kind: what is missing in it is retired
     * @param mayRetireMost whether more than half may be missing at once
     */
    public record Order(String kind, Fields fields, boolean mayRetireMost) {}

    private final StagedAssets staged;
    private final Jurisdictions jurisdictions;
    private final Clock clock;

    AssetImport(StagedAssets staged, Jurisdictions jurisdictions, Clock clock) {
        this.staged = staged;
        this.jurisdictions = jurisdictions;
        this.clock = clock;
    }

    /**
     * One transaction. The same file again changes nothing. What is in the file by its code alone, with a geometry that cannot be kept, stays
     * as it was; what comes back is in service again under the id that it had.
     *
     * @throws Refusal asset-kind-malformed, assets-none, assets-vanish, and as {@link SourceFile} does
     */
    @Transactional
    public void run(Order order, SourceFile file, ImportReport report) {
        if (!KIND.matcher(order.kind()).matches()) {
            throw Refusal.invalid("asset-kind-malformed", order.kind());
        }
        PreparedGeometry boundary =
                PreparedGeometryFactory.prepare(jurisdictions.profile().boundary());
        AssetReading reading = new AssetReading(order.fields(), boundary, report);
        try (CopyRows rows = staged.open(order.kind())) {
            file.eachFeature(feature -> reading.of(feature).ifPresent(row -> StagedAssets.append(row, rows)));
        }
        report.step("storing");
        staged.merge(order, clock.instant(), report);
    }
}
