package org.vigie.territory;

import java.util.UUID;

/**
 * A sector in the version that placed something in it.
 *
 * @param version from 1, counted in its sector set
 */
public record LocatedSector(UUID sectorId, String code, String name, UUID versionId, int version) {}
