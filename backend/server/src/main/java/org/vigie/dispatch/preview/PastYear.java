package org.vigie.dispatch.preview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.dispatch.PastJobs;

/** The requests of the last twelve months and what became of them. Read at most every ten minutes: a year changes slowly. */
@Component
class PastYear {

    static final int MONTHS = 12;

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** @param job the last one that was done */
    record Past(PlacedRequests.Placed request, Optional<PastJobs.PastJob> job) {}

    private record Read(Instant at, List<Past> requests) {}

    private final PlacedRequests requests;
    private final PastJobs jobs;
    private final Clock clock;
    private final Map<UUID, Read> kept = new ConcurrentHashMap<>();

    PastYear(PlacedRequests requests, PastJobs jobs, Clock clock) {
        this.requests = requests;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Past> list() {
        Instant now = clock.instant();
        Read known = kept.get(CurrentJurisdiction.get().id());
        if (known != null && known.at().plus(KEPT).isAfter(now)) {
            return known.requests();
        }
        Map<UUID, PastJobs.PastJob> done = jobs.since(now.minus(YEAR)).stream()
                .collect(Collectors.toMap(
                        PastJobs.PastJob::requestId,
                        Function.identity(),
                        (one, other) -> one.onSiteAt().isAfter(other.onSiteAt()) ? one : other));
        List<Past> read = requests.since(now.minus(YEAR)).stream()
                .map(request -> new Past(request, Optional.ofNullable(done.get(request.id()))))
                .toList();
        kept.put(CurrentJurisdiction.get().id(), new Read(now, read));
        return read;
    }
}
