package org.vigie.catalogue;

import java.util.UUID;

/**
 * A kind of problem as people choose it (Open311: service).
 *
 * @param code stable, unique in the jurisdiction
 * @param keywords words that people use for it, separated by spaces; those of one phrase, such as an older name, are tied by no-break
 *     spaces
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

    private static final char NO_BREAK_SPACE = '\u00a0';

    /** A phrase as one keyword. */
    public static String tied(String phrase) {
        return phrase.strip().replaceAll("\\s", String.valueOf(NO_BREAK_SPACE));
    }

    /** A keyword as people read it. */
    public static String untied(String keyword) {
        return keyword.replace(NO_BREAK_SPACE, ' ');
    }

    /** A municipal service. */
    public record ServiceName(UUID id, String code, String name) {}
}
