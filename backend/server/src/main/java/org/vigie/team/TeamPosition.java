package org.vigie.team;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geo.Wgs84Point;

/**
 * Where a team was last seen.
 *
 * @param headingDegrees clockwise from north, 0 to 360 excluded
 */
public record TeamPosition(UUID teamId, Wgs84Point position, Optional<Float> headingDegrees, Instant seenAt) {}
