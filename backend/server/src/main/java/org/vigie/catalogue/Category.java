package org.vigie.catalogue;

import java.util.UUID;

/**
 * A kind of problem as people choose it (Open311: service).
 *
 * @param code stable, unique in the jurisdiction
 * @param keywords words that people use for it, separated by spaces
 * @param glyph name of the symbol, as in {@code layers/symbols/category-*.svg}
 * @param isPrivate never published
 * @param isUrgent goes to the urgent team at once
 * @param service who answers for it
 */
public record Category(
        UUID id,
        String code,
        String name,
        String domainCode,
        String keywords,
        String glyph,
        RequestKind kind,
        boolean isPrivate,
        boolean isUrgent,
        ServiceName service,
        Promises promises,
        int duplicateRadiusMetres) {

    /** A municipal service. */
    public record ServiceName(UUID id, String code, String name) {}
}
