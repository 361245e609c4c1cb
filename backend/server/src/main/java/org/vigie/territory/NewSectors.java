package org.vigie.territory;

import java.util.Map;
import java.util.UUID;

/**
 * Sectors that were drawn anew have been published. Published inside the transaction: what a listener cannot do undoes it.
 *
 * @param bornFrom by new sector, the one of the version before that most of its ground was in
 */
public record NewSectors(Map<UUID, UUID> bornFrom) {}
