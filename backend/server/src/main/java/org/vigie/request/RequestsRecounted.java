package org.vigie.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Many requests are due at another time, because a calendar or a promise was changed. Published inside the transaction that wrote it, in
 * place of a {@link RequestChanged} each: listeners answer set by set.
 */
public record RequestsRecounted(List<UUID> requestIds, Instant at) {}
