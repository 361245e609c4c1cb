package org.vigie.dashboard;

import static org.vigie.dashboard.ReviewTable.share;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.vigie.dashboard.ReviewTable.Cell;
import org.vigie.dashboard.ReviewTable.Count;
import org.vigie.dashboard.ReviewTable.Time;

/** The rows of the first table of a review. */
final class KeyFigure {

    /** By name, in their order. */
    static final Map<String, Function<Sums, Cell>> ALL;

    static {
        Map<String, Function<Sums, Cell>> all = new LinkedHashMap<>();
        all.put("received", sums -> new Count(sums.received()));
        all.put("selfReports", sums -> new Count(sums.selfReports()));
        all.put("settled", sums -> new Count(sums.settled()));
        all.put("openAtEnd", sums -> new Count(sums.openAtEnd()));
        all.put("overdue", sums -> new Count(sums.overdue()));
        all.put("kept", sums -> share(sums.kept(), sums.due()));
        all.put("firstAction.median", sums -> new Time(sums.firstAction().medianSeconds()));
        all.put("firstAction.p90", sums -> new Time(sums.firstAction().p90Seconds()));
        all.put("firstAction.workingMedian", sums -> new Time(sums.firstAction().workingMedianSeconds()));
        all.put("settlement.median", sums -> new Time(sums.settlement().medianSeconds()));
        all.put("settlement.p90", sums -> new Time(sums.settlement().p90Seconds()));
        all.put("settlement.workingMedian", sums -> new Time(sums.settlement().workingMedianSeconds()));
        all.put("handOvers", sums -> new Count(sums.handOvers()));
        all.put("handedOverAgain", sums -> new Count(sums.handedOverAgain()));
        all.put("reopened", sums -> new Count(sums.reopened()));
        all.put("secondVisits", sums -> share(sums.secondVisits(), sums.visited()));
        all.put("selfService", sums -> share(sums.online(), (long) sums.online() + sums.phone()));
        ALL = Collections.unmodifiableMap(all);
    }

    private KeyFigure() {}
}
