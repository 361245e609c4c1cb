package org.vigie.demo.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long each endpoint took, what it refused and where it failed. */
final class Stopwatch {

    /** Milliseconds, as the caller saw them. */
    record Endpoint(String name, int calls, double p50, double p95, double p99, double slowest) {}

    private final Map<String, List<Long>> nanos = new TreeMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final Map<String, Integer> errors = new TreeMap<>();

    void took(String endpoint, long tookNanos) {
        nanos.computeIfAbsent(endpoint, name -> new ArrayList<>()).add(tookNanos);
    }

    /** An answer that the rules of the house allow for: somebody was too late, or not entitled. */
    void refused(String endpoint, String problem) {
        refusals.merge(endpoint + ": " + problem, 1, Integer::sum);
    }

    /** An answer that should never be given. */
    void failed(String endpoint, int status) {
        errors.merge(endpoint + ": " + status, 1, Integer::sum);
    }

    /** The slowest first. */
    List<Endpoint> endpoints() {
        return nanos.entrySet().stream()
                .map(entry -> endpoint(
                        entry.getKey(), entry.getValue().stream().sorted().toList()))
                .sorted(Comparator.comparing(Endpoint::p95).reversed())
                .toList();
    }

    Map<String, Integer> refusals() {
        return refusals;
    }

    Map<String, Integer> errors() {
        return errors;
    }

    private static Endpoint endpoint(String name, List<Long> sorted) {
        return new Endpoint(
                name,
                sorted.size(),
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99),
                sorted.getLast() / 100_000 / 10.0);
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1)) / 100_000 / 10.0;
    }
}
