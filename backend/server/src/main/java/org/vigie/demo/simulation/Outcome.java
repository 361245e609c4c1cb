package org.vigie.demo.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a simulation.
 *
 * @param tookSeconds of the wall's
 * @param acts that somebody did
 * @param refusals what the service refused by its rules, with how often
 * @param errors answers that should never be given
 */
public record Outcome(
        long seed,
        Instant from,
        Instant to,
        double tookSeconds,
        int acts,
        Map<String, Map<String, Long>> requests,
        Reckoning.Orphans orphans,
        Reckoning.Promises promises,
        Reckoning.Alarms alarms,
        List<Stopwatch.Endpoint> endpoints,
        Map<String, Integer> refusals,
        Map<String, Integer> errors) {

    private static final int SLOWEST = 12;

    /** Whether everything holds that must: nobody's request is nobody's, every alarm rang once and in time, and nothing failed. */
    public boolean holds() {
        return orphans.received() > 0
                && orphans.ownerless() == 0
                && orphans.sectorless() == 0
                && orphans.teamless() == 0
                && alarms.missed() == 0
                && alarms.early() == 0
                && alarms.twice() == 0
                && alarms.late() == 0
                && alarms.unexpected() == 0
                && errors.isEmpty();
    }

    /** For people. */
    public String asText() {
        StringBuilder text = new StringBuilder();
        line(text, "From %s to %s in %.0f s: %,d acts, seed %d", from, to, tookSeconds, acts, seed);
        line(text, "%nRequests by channel and state");
        requests.forEach((channel, states) -> line(
                text,
                "  %-8s %5d  %s",
                channel,
                states.values().stream().mapToLong(Long::longValue).sum(),
                states));
        line(
                text,
                "  together %5d; without owner %d, without sector %d, without team %d",
                orphans.received(),
                orphans.ownerless(),
                orphans.sectorless(),
                orphans.teamless());
        line(
                text,
                "Promises  %d made: %d kept, %d kept late, %d broken, %d running, %d paused; %d warned of",
                promises.made(),
                promises.kept(),
                promises.late(),
                promises.broken(),
                promises.running(),
                promises.paused(),
                promises.warned());
        line(
                text,
                "Alarms    %d expected, %d rung, of which %d for promises begun anew or put off since: %d missed, %d early, %d twice, %d late, %d unexpected",
                alarms.expected(),
                alarms.rung(),
                alarms.superseded(),
                alarms.missed(),
                alarms.early(),
                alarms.twice(),
                alarms.late(),
                alarms.unexpected());
        line(text, "%nSlowest endpoints, ms%33s %8s %8s %8s %8s", "calls", "p50", "p95", "p99", "most");
        endpoints.stream()
                .limit(SLOWEST)
                .forEach(e -> line(
                        text,
                        "  %-45s %6d %8.1f %8.1f %8.1f %8.1f",
                        e.name(),
                        e.calls(),
                        e.p50(),
                        e.p95(),
                        e.p99(),
                        e.slowest()));
        line(text, "Refusals  %s", refusals.isEmpty() ? "none" : refusals);
        line(text, "Errors    %s", errors.isEmpty() ? "none" : errors);
        line(text, holds() ? "It holds." : "IT DOES NOT HOLD.");
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
