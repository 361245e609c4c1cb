package org.vigie.dashboard.analysis;

import java.util.ArrayList;
import java.util.List;
import org.vigie.dashboard.analysis.Comparison.Change;
import org.vigie.dashboard.analysis.Comparison.Verdict;

/** Tests pairs of counts, all of them as one family. */
final class Changes {

    /** How many before, how many after. */
    record Pair(int before, int after) {

        Pair plus(Pair other) {
            return new Pair(before + other.before, after + other.after);
        }
    }

    private Changes() {}

    /** In their order. What never had a request is tested by nobody and leaves the others' threshold alone. */
    static List<Change> of(List<Pair> pairs, double shareAfter) {
        double[] p = pairs.stream()
                .mapToDouble(pair -> Chance.sameRate(pair.before(), pair.after(), shareAfter))
                .toArray();
        List<Double> tested = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            if (pairs.get(i).before() + pairs.get(i).after() > 0) {
                tested.add(p[i]);
            }
        }
        double threshold = Chance.threshold(
                tested.stream().mapToDouble(Double::doubleValue).toArray());
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Pair pair = pairs.get(i);
            boolean more = pair.after() > (pair.before() + pair.after()) * shareAfter;
            Verdict verdict = p[i] > threshold ? Verdict.CHANCE : more ? Verdict.MORE : Verdict.LESS;
            changes.add(new Change(pair.before(), pair.after(), p[i], verdict));
        }
        return changes;
    }
}
