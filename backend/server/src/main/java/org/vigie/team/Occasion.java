package org.vigie.team;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.catalogue.Category;

/**
 * What a team is wanted for.
 *
 * @param sectorId null outside all sectors or without a position
 * @param serviceId that is responsible there; usually the category's own
 * @param at in the zone of the jurisdiction; null leaves the hour aside: nobody is on call then, and what is covered during a shift
 *     only is not covered
 */
public record Occasion(
        @Nullable UUID sectorId,
        Category category,
        UUID serviceId,
        boolean urgent,
        @Nullable ZonedDateTime at) {

    /** As the category usually is, in the jurisdiction that is open. */
    public static Occasion usual(Optional<UUID> sectorId, Category category, Instant at) {
        return new Occasion(
                sectorId.orElse(null),
                category,
                category.service().id(),
                category.isUrgent(),
                at.atZone(CurrentJurisdiction.get().zone()));
    }

    /** As the category usually is at any hour, to compare one place with another. */
    public static Occasion atAnyHour(Optional<UUID> sectorId, Category category) {
        return new Occasion(sectorId.orElse(null), category, category.service().id(), category.isUrgent(), null);
    }

    public Occasion forService(UUID responsibleId) {
        return new Occasion(sectorId, category, responsibleId, urgent, at);
    }

    /** Urgent whatever the category usually is. */
    public Occasion urgent(boolean really) {
        return new Occasion(sectorId, category, serviceId, urgent || really, at);
    }
}
