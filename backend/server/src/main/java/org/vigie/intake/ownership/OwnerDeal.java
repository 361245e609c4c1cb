package org.vigie.intake.ownership;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.request.Priority;

/** Deals out requests that come in at one moment, each to whoever has the least then. For one thread. */
public final class OwnerDeal {

    private static final Comparator<OwnerCandidate> FIRST = Comparator.comparing(
                    (OwnerCandidate candidate) -> candidate.nextOnDuty().isEmpty())
            .thenComparing(OwnerCandidate::rank)
            .thenComparing(candidate -> candidate.nextOnDuty().orElse(Instant.MAX))
            .thenComparing(OwnerCandidate::load)
            .thenComparing(candidate -> candidate.accountId().toString());

    private final Map<UUID, OwnerCandidate> candidates = new LinkedHashMap<>();

    OwnerDeal(Collection<OwnerCandidate> candidates) {
        candidates.forEach(candidate -> this.candidates.put(candidate.accountId(), candidate));
    }

    /** Who follows the next request; empty when nobody works here who could. */
    public Optional<OwnerCandidate> next(Priority priority) {
        Optional<OwnerCandidate> owner = candidates.values().stream().min(FIRST);
        owner.ifPresent(chosen -> candidates.put(chosen.accountId(), chosen.with(priority)));
        return owner;
    }
}
