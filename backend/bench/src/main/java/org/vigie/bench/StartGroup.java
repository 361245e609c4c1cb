package org.vigie.bench;

import java.util.ArrayList;
import java.util.List;

/** U: from the start of the process until it says that it is ready, with all sectors and requests there. */
final class StartGroup implements Group.Measurement {

    @Override
    public List<Row> run(Bed bed) throws Exception {
        // The first one leaves an archive of its classes to those after it, as vigie run does.
        bed.service().close();
        List<Double> quiet = new ArrayList<>();
        List<Double> noisy = new ArrayList<>();
        for (int i = 0; i < 2 * bed.options().rounds() + 1; i++) {
            bed.neighbours().begin();
            try (Service service = bed.service()) {
                double share = bed.neighbours().share();
                (share <= Rounds.MOST_FOREIGN ? quiet : noisy).add(service.secondsToReadiness());
                System.out.printf("  %.2f s, others %.0f %%%n", service.secondsToReadiness(), share * 100);
            }
        }
        List<Double> told = quiet.isEmpty() ? noisy : quiet;
        return List.of(Row.measured(
                Goal.U1,
                Measured.median(told.stream().mapToDouble(d -> d).toArray()),
                !quiet.isEmpty(),
                told.size() + " starts"));
    }
}
