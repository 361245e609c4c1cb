package org.vigie.open311;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Another system that reports here.
 *
 * @param quotaPerHour of requests and updates together
 * @param externalIdAttribute in which it sends its own id of what it reports
 * @param issuedAt when the key that it has was made
 */
public record Client(
        UUID id,
        String name,
        int quotaPerHour,
        String externalIdAttribute,
        Instant issuedAt,
        Optional<Instant> revokedAt) {}
