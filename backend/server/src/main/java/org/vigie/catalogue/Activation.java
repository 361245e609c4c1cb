package org.vigie.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where and when a domain or a category is offered.
 *
 * @param domain by code, or a category by code: one of the two
 * @param groundId empty: everywhere
 * @param until not included; empty means for ever
 */
public record Activation(
        UUID id,
        Optional<String> domain,
        Optional<String> category,
        Optional<UUID> groundId,
        Instant from,
        Optional<Instant> until) {}
