package org.vigie.intake.ownership;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vigie.access.Role;
import org.vigie.request.Priority;

/**
 * Somebody who may follow requests.
 *
 * @param rank 1: the front office; the lower ranks are asked only where there is nobody of a higher one
 * @param nextOnDuty the moment asked about when at work then, else when they are next; empty beyond four weeks
 * @param load of the open requests that they follow
 */
public record OwnerCandidate(UUID accountId, String name, Role role, int rank, Optional<Instant> nextOnDuty, int load) {

    /** How much of a load a request is. */
    static int weight(Priority priority) {
        return switch (priority) {
            case URGENT -> 3;
            case HIGH -> 2;
            case NORMAL, LOW -> 1;
        };
    }

    public boolean isOnDutyAt(Instant at) {
        return nextOnDuty.filter(at::equals).isPresent();
    }

    OwnerCandidate with(Priority another) {
        return withMore(weight(another));
    }

    OwnerCandidate withMore(int load) {
        return new OwnerCandidate(accountId, name, role, rank, nextOnDuty, this.load + load);
    }
}
