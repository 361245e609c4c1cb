package org.vigie.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who answers for what, where and when, as it was written; empty stands for all.
 *
 * @param code of two that say the same, the smaller one decides
 * @param serviceId of that organisation; empty: the category's own, or else its first one
 * @param domain by code, or a category by code, not both
 * @param until not included; empty means for ever
 */
public record CompetenceRow(
        UUID id,
        String code,
        UUID organisationId,
        Optional<UUID> serviceId,
        Optional<String> domain,
        Optional<String> category,
        Optional<UUID> groundId,
        Instant from,
        Optional<Instant> until) {}
