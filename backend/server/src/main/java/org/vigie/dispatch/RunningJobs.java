package org.vigie.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the field says of a request. Served by {@code intervention}. */
public interface RunningJobs {

    /** @param step how far the team is: OFFERED, ACCEPTED, EN_ROUTE, ON_SITE, DONE, IMPOSSIBLE */
    record JobStatus(
            UUID jobId,
            UUID teamId,
            String step,
            Instant offeredAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant enRouteAt,
            @Nullable Instant onSiteAt,
            @Nullable Instant endedAt,
            String note) {}

    /** The running job of a request, else the one that ended last. */
    Optional<JobStatus> find(UUID requestId);
}
