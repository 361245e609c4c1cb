package org.vigie.features;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/**
 * By which somebody's GIS reads layers of staff's.
 *
 * @param name of the person or system that has it
 * @param layers that it opens
 * @param issuedAt when the key that it has was made
 */
public record DataKey(UUID id, String name, SortedSet<String> layers, Instant issuedAt, Optional<Instant> revokedAt) {}
