package org.vigie.territory;

/**
 * What became of an import's rows: read = created + updated + unchanged + rejected. Rows without a location or outside the
 * jurisdiction are kept and counted there as well, where the import can keep them.
 */
public record ImportCounts(
        long read, long created, long updated, long unchanged, long withoutLocation, long outside, long rejected) {}
