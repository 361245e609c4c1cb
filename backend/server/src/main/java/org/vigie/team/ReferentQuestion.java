package org.vigie.team;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For what a referent is wanted.
 *
 * @param categoryId null leaves the category aside: only whoever answers for all of them is meant
 * @param sectorId null outside all sectors
 */
public record ReferentQuestion(
        UUID serviceId, @Nullable UUID categoryId, @Nullable UUID sectorId) {}
