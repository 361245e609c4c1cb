package org.vigie.territory;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of an import's rows: read = created + updated + unchanged + rejected. Rows without a location or outside the
 * jurisdiction are kept and counted there as well, where the import can keep them.
 *
 * @param retired what was there and is in the file no more; told where there is any
 */
public record ImportCounts(
        long read,
        long created,
        long updated,
        long unchanged,
        long withoutLocation,
        long outside,
        long rejected,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long retired) {

    /** Where nothing is retired. */
    public ImportCounts(
            long read, long created, long updated, long unchanged, long withoutLocation, long outside, long rejected) {
        this(read, created, updated, unchanged, withoutLocation, outside, rejected, 0);
    }
}
