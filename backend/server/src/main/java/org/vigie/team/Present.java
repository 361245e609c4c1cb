package org.vigie.team;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who is there.
 *
 * @param insteadOf name of the one whose deputy this is, who is absent
 */
public record Present(UUID accountId, String name, Optional<String> insteadOf) {}
