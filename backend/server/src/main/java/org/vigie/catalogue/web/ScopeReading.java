package org.vigie.catalogue.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.GroundDraft;
import org.vigie.catalogue.Offers;

/** Reads what a stop message, an offer or a competence is told for: a domain or category, ground, and a period on the town's own clock. */
@Component
class ScopeReading {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final Categories categories;
    private final Offers offers;
    private final GroundDraft grounds;

    ScopeReading(Categories categories, Offers offers, GroundDraft grounds) {
        this.categories = categories;
        this.offers = offers;
        this.grounds = grounds;
    }

    /** @throws Refusal reference-unknown, or scope-ambiguous when both are named */
    void checkAbout(@Nullable String domain, @Nullable String category) {
        if (domain != null && category != null) {
            throw Refusal.invalid("scope-ambiguous");
        }
        boolean isKnown = domain != null
                ? offers.now().domains().stream().anyMatch(known -> known.code().equals(domain))
                : category == null || categories.findOffered(category).isPresent();
        if (!isKnown) {
            throw Refusal.invalid("reference-unknown");
        }
    }

    /**
     * Called inside the transaction that writes: a sector that is no ground yet becomes one.
     *
     * @return empty when neither is named: everywhere
     * @throws Refusal reference-unknown, or scope-ambiguous when both are named
     */
    Optional<UUID> ground(@Nullable UUID groundId, @Nullable UUID sectorId) {
        if (groundId != null && sectorId != null) {
            throw Refusal.invalid("scope-ambiguous");
        }
        return sectorId != null
                ? Optional.of(grounds.ofSector(sectorId))
                : Optional.ofNullable(groundId).map(grounds::existing);
    }

    /**
     * On the town's own clock.
     *
     * @throws Refusal year-out-of-range
     */
    static Instant instant(LocalDateTime wall) {
        if (wall.getYear() < FIRST_YEAR || wall.getYear() > LAST_YEAR) {
            throw Refusal.invalid("year-out-of-range", FIRST_YEAR, LAST_YEAR);
        }
        return wall.atZone(CurrentJurisdiction.get().zone()).toInstant();
    }

    /** As the town's own clock shows it, to the minute. */
    static LocalDateTime wall(Instant instant) {
        return LocalDateTime.ofInstant(
                instant.truncatedTo(ChronoUnit.MINUTES),
                CurrentJurisdiction.get().zone());
    }

    /** @throws Refusal period-turned-round */
    static void checkPeriod(Instant from, Optional<Instant> until) {
        if (until.filter(end -> !end.isAfter(from)).isPresent()) {
            throw Refusal.invalid("period-turned-round");
        }
    }
}
