package org.vigie.catalogue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a competence, an offer or a stop message holds for; null stands for all.
 *
 * @param from included; {@code until} is not, and null means for ever
 */
record Scope(
        @Nullable UUID groundId,
        @Nullable String domainCode,
        @Nullable UUID categoryId,
        Instant from,
        @Nullable Instant until) {

    boolean covers(Category category) {
        return categoryId != null
                ? categoryId.equals(category.id())
                : domainCode == null || domainCode.equals(category.domainCode());
    }

    boolean holdsAt(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }

    /** The lesser, the more specific: one category, one domain, all. */
    int breadth() {
        return categoryId != null ? 0 : domainCode != null ? 1 : 2;
    }
}
