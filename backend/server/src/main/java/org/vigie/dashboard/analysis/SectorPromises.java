package org.vigie.dashboard.analysis;

import java.time.Instant;
import java.util.List;
import org.vigie.dashboard.Period;

/** What was promised and kept in time, by sector: as the review tells it. */
public record SectorPromises(Period period, Instant asOf, List<Row> sectors) {

    /**
     * @param code empty, as the name is, for what lies outside of all sectors
     * @param due promises that fell due in the period, without the acknowledgement
     * @param kept of these, in time
     */
    public record Row(String code, String name, int received, int due, int kept) {}
}
