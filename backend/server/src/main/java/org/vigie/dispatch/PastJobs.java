package org.vigie.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;

/** What the field took for past requests. Served by {@code intervention}. */
public interface PastJobs {

    /**
     * A job that was done.
     *
     * @param workMinutes on site
     * @param travelMinutes on the way there
     */
    record PastJob(UUID requestId, Instant onSiteAt, double workMinutes, OptionalDouble travelMinutes) {}

    /** Offered since then, and done. */
    List<PastJob> since(Instant earliest);
}
