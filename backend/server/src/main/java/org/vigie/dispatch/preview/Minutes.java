package org.vigie.dispatch.preview;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Medians of minutes that were measured, by keys from the narrowest to the broadest. */
final class Minutes {

    /** Fewer say nothing. */
    static final int FEWEST = 5;

    private final Map<Object, double[]> samples = new HashMap<>();
    private final Map<Object, Double> medians = new HashMap<>();

    /** @param keys for each of which it counts */
    void add(double minutes, List<Object> keys) {
        for (Object key : keys) {
            double[] before = samples.getOrDefault(key, new double[1]);
            double[] after = before[0] + 1 < before.length ? before : Arrays.copyOf(before, before.length * 2);
            after[0]++;
            after[(int) after[0]] = minutes;
            samples.put(key, after);
        }
        medians.clear();
    }

    /** Of the first key that has enough. */
    Optional<Double> median(List<Object> keys) {
        return keys.stream()
                .filter(key -> samples.containsKey(key) && samples.get(key)[0] >= FEWEST)
                .findFirst()
                .map(key -> medians.computeIfAbsent(key, this::medianOf));
    }

    private double medianOf(Object key) {
        double[] counted = samples.getOrDefault(key, new double[1]);
        return median(Arrays.copyOfRange(counted, 1, (int) counted[0] + 1)).orElse(0.0);
    }

    static Optional<Double> median(double[] values) {
        if (values.length == 0) {
            return Optional.empty();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return Optional.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
