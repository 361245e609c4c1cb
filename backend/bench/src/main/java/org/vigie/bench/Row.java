package org.vigie.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * What became of a goal.
 *
 * @param value absent when it was not measured
 * @param judged not when no turn was quiet
 * @param note the figures of both sides, or why it was not measured
 * @param broken it was to be measured and could not be
 */
record Row(Goal goal, Optional<Double> value, boolean judged, String note, boolean broken) {

    /** Ours by theirs, of what each did in a second. */
    static Row ofRates(Goal goal, Measured ours, Measured theirs) {
        if (ours.failed() + theirs.failed() > 0) {
            return broken(
                    goal,
                    "%d of our answers and %d of theirs were no success".formatted(ours.failed(), theirs.failed()));
        }
        return measured(
                goal,
                ours.perSecond() / theirs.perSecond(),
                !ours.isNoisy() && !theirs.isNoisy(),
                "%s %s/s (p99 %s ms), %s %s/s (p99 %s ms)"
                        .formatted(
                                ours.name(),
                                number(ours.perSecond()),
                                number(ours.p99Millis()),
                                theirs.name(),
                                number(theirs.perSecond()),
                                number(theirs.p99Millis())));
    }

    static Row measured(Goal goal, double value, boolean judged, String note) {
        return new Row(goal, Optional.of(value), judged, note, false);
    }

    /** Whoever it is measured beside is not here, or what it needs. */
    static Row absent(Goal goal, String why) {
        return new Row(goal, Optional.empty(), false, why, false);
    }

    static Row broken(Goal goal, String why) {
        return new Row(goal, Optional.empty(), false, why, true);
    }

    boolean isBelow() {
        return broken || judged && value.map(goal::judge).orElse(Goal.Verdict.REACHED) == Goal.Verdict.BELOW;
    }

    String verdict() {
        if (broken) {
            return "**failed**";
        }
        if (value.isEmpty()) {
            return "not measured";
        }
        String verdict = switch (goal.judge(value.get())) {
            case REACHED -> "reach";
            case HELD -> "must";
            case BELOW -> "**below**";
        };
        return judged ? verdict : "noisy, not judged (" + verdict + ")";
    }

    String shown() {
        return value.map(v -> number(v) + " " + goal.unit).orElse("–");
    }

    /** Three digits tell enough. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
