package org.vigie.catalogue;

import java.util.Optional;
import java.util.UUID;

/**
 * A calendar counts otherwise than before. Published inside the transaction that changed it.
 *
 * @param calendarId empty: any of the jurisdiction
 * @param reason which day it is, and why
 */
public record ClockworkChanged(Optional<UUID> calendarId, String reason) {}
