package org.vigie.demo.life;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.catalogue.Category;
import org.vigie.request.Deadline;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.Requester;

/** A request as it stands now, with all that belongs to it. */
public record Case(
        Request request,
        Category category,
        Optional<Requester> requester,
        List<Deadline> deadlines,
        List<HistoryEntry> history,
        List<Job> jobs) {

    /** The work of one team, as far as it has come; times are absent for steps not taken. */
    public record Job(
            UUID id,
            String step,
            Instant offeredAt,
            Optional<Instant> acceptedAt,
            Optional<Instant> enRouteAt,
            Optional<Instant> onSiteAt,
            Optional<Instant> endedAt,
            String note) {}
}
