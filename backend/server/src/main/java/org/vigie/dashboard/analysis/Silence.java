package org.vigie.dashboard.analysis;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.dashboard.Period;

/**
 * Where little is reported for what there is to be reported: requests of a period beside the streets and the people of each sector, all
 * three by the sectors that hold today.
 *
 * @param outside of all sectors, of those with a place
 * @param sectors by code, also those without a request
 */
public record Silence(Period period, Instant asOf, int received, int outside, int unplaced, List<Row> sectors) {

    private static final double THOUSAND = 1_000;

    /**
     * @param streetKilometres of the base map's streets within the sector, paths left out, on the ellipsoid
     * @param inhabitants absent where nobody told
     */
    public record Row(
            String code,
            String name,
            int requests,
            double streetKilometres,
            @Nullable Integer inhabitants) {

        public @Nullable Double perKilometre() {
            return streetKilometres == 0 ? null : (Double) (requests / streetKilometres);
        }

        public @Nullable Double perThousand() {
            return inhabitants == null || inhabitants == 0 ? null : (Double) (requests * THOUSAND / inhabitants);
        }
    }
}
