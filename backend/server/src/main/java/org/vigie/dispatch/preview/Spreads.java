package org.vigie.dispatch.preview;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** How evenly teams are loaded. */
final class Spreads {

    private Spreads() {}

    static Preview.Spread of(List<Preview.TeamLoad> teams) {
        List<Preview.TeamLoad> bySector =
                teams.stream().filter(Preview.TeamLoad::bySector).toList();
        return new Preview.Spread(
                new Preview.Pair(
                        variation(bySector, team -> team.requests().before()),
                        variation(bySector, team -> team.requests().after())),
                new Preview.Pair(
                        over(bySector, team -> team.requests().before()),
                        over(bySector, team -> team.requests().after())));
    }

    /** Standard deviation by the mean; 0 without load. */
    private static double variation(List<Preview.TeamLoad> teams, ToDoubleFunction<Preview.TeamLoad> load) {
        double mean = teams.stream().mapToDouble(load).average().orElse(0);
        double variance = teams.stream()
                .mapToDouble(load)
                .map(one -> (one - mean) * (one - mean))
                .average()
                .orElse(0);
        return mean == 0 ? 0 : Math.sqrt(variance) / mean;
    }

    private static double over(List<Preview.TeamLoad> teams, ToDoubleFunction<Preview.TeamLoad> load) {
        return teams.stream()
                .filter(team -> load.applyAsDouble(team) > team.capacity())
                .count();
    }
}
