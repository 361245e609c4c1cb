package org.vigie.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The turns of one side, and their medians.
 *
 * @param quiet turns while others left the machine alone; where there is none, the noisy ones tell, and nothing is judged by them
 */
record Measured(String name, List<Sample> quiet, List<Sample> noisy) {

    boolean isNoisy() {
        return quiet.isEmpty();
    }

    double perSecond() {
        return median(Sample::perSecond);
    }

    double p50Millis() {
        return median(Sample::p50Millis);
    }

    double p99Millis() {
        return median(Sample::p99Millis);
    }

    double kilobytes() {
        return median(Sample::kilobytes);
    }

    long failed() {
        return told().stream().mapToLong(Sample::failed).sum();
    }

    private List<Sample> told() {
        return quiet.isEmpty() ? noisy : quiet;
    }

    private double median(ToDoubleFunction<Sample> figure) {
        return median(told().stream().mapToDouble(figure).toArray());
    }

    /** Of an even number the mean of both in the middle; of none NaN. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
