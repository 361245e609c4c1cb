package org.vigie.dispatch.replacement;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;

/** Works through pieces side by side, for the jurisdiction that is open. */
final class Lanes {

    /** So few that the others who work with the database hardly notice. */
    private static final int LANES = 2;

    private Lanes() {}

    /**
     * Every piece is begun, also when another has failed.
     *
     * @return the sum of what the pieces counted
     * @throws IllegalStateException with the fault of the first that failed
     */
    static <T> long sum(List<T> pieces, ToLongFunction<T> work) {
        Jurisdiction jurisdiction = CurrentJurisdiction.get();
        List<Callable<Long>> calls = new ArrayList<>();
        pieces.forEach(
                piece -> calls.add(() -> CurrentJurisdiction.inside(jurisdiction, () -> work.applyAsLong(piece))));
        try (ExecutorService lanes = Executors.newFixedThreadPool(Math.min(LANES, Math.max(1, pieces.size())))) {
            long sum = 0;
            for (Future<Long> done : lanes.invokeAll(calls)) {
                sum += done.get();
            }
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while requests were placed", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("requests could not be placed", e.getCause());
        }
    }
}
