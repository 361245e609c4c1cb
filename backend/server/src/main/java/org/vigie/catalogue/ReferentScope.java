package org.vigie.catalogue;

import java.util.Optional;
import java.util.UUID;

/**
 * For what part of a service's work somebody speaks.
 *
 * @param categoryId empty: every category
 * @param sectorId empty: everywhere
 * @param deputyId who stands in whenever they are away
 */
public record ReferentScope(Optional<UUID> categoryId, Optional<UUID> sectorId, Optional<UUID> deputyId) {

    public static final ReferentScope EVERYTHING =
            new ReferentScope(Optional.empty(), Optional.empty(), Optional.empty());
}
