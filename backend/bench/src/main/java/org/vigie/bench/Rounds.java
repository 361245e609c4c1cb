package org.vigie.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A B A B A: all sides in turns, the first once more at the end. A turn in which others used more than their share of the machine is taken
 * again, a bounded number of times, and does not count.
 */
final class Rounds {

    static final double MOST_FOREIGN = 0.15;
    static final int ATTEMPTS = 3;

    /** What the machine did beside us. */
    interface Neighbours {

        /** Waits a moment for the machine to be idle; begins to watch. */
        void begin() throws InterruptedException;

        /** @return share of all cores that others used since then */
        double share();
    }

    private final Neighbours neighbours;
    private final int rounds;
    private final Duration length;
    private final int attempts;

    Rounds(Neighbours neighbours, int rounds, Duration length, int attempts) {
        this.attempts = attempts;
        this.neighbours = neighbours;
        this.rounds = rounds;
        this.length = length;
    }

    Duration length() {
        return length;
    }

    /** By name of side. */
    Map<String, Measured> run(List<Side> sides) throws Exception {
        Map<String, Measured> measured = new LinkedHashMap<>();
        for (Side side : sides) {
            measured.put(side.name(), new Measured(side.name(), new ArrayList<>(), new ArrayList<>()));
            // A Java machine compiles what it does often: its first thousands of answers tell nothing.
            side.run(length);
        }
        for (int round = 0; round < rounds; round++) {
            for (Side side : sides) {
                turn(side, measured.get(side.name()));
            }
        }
        Side first = sides.getFirst();
        turn(first, measured.get(first.name()));
        return measured;
    }

    private void turn(Side side, Measured measured) throws Exception {
        for (int attempt = 0; attempt < attempts; attempt++) {
            neighbours.begin();
            Sample sample = side.run(length);
            double foreign = neighbours.share();
            System.out.printf(
                    "  %-22s %,10.1f/s  p50 %8.2f ms  p99 %8.2f ms  others %3.0f %%%s%n",
                    side.name(),
                    sample.perSecond(),
                    sample.p50Millis(),
                    sample.p99Millis(),
                    foreign * 100,
                    sample.failed() > 0 ? "  FAILED " + sample.failed() : "");
            if (foreign <= MOST_FOREIGN) {
                measured.quiet().add(sample);
                return;
            }
            measured.noisy().add(sample);
        }
    }
}
