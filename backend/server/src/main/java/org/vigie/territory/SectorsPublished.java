package org.vigie.territory;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of a sector set was published. Told inside the transaction that did it, in the jurisdiction that is open.
 *
 * @param holdsFrom not before now
 */
public record SectorsPublished(UUID versionId, Instant holdsFrom) {}
