package org.vigie.dashboard.analysis;

import java.util.Optional;
import org.vigie.access.Refusal;

/**
 * How the ground is cut and how far a request is felt.
 *
 * @param cellMetres side of a square; empty: as fits the jurisdiction
 * @param radiusMetres of the kernel; empty: three sides
 */
public record GridChoice(Optional<Integer> cellMetres, Optional<Integer> radiusMetres) {

    public static final GridChoice USUAL = new GridChoice(Optional.empty(), Optional.empty());

    private static final int SMALLEST = 25;
    private static final int LARGEST = 10_000;

    /** @throws Refusal cell-size */
    public GridChoice {
        check(cellMetres);
        check(radiusMetres);
    }

    private static void check(Optional<Integer> metres) {
        metres.filter(it -> it < SMALLEST || it > LARGEST).ifPresent(it -> {
            throw Refusal.invalid("cell-size", SMALLEST, LARGEST);
        });
    }
}
