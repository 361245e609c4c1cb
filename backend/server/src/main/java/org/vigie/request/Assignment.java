package org.vigie.request;

import java.util.UUID;

/**
 * Who is responsible for a request, and why.
 *
 * @param reason in words, when a person decided; empty when a rule did
 */
public record Assignment(UUID serviceId, UUID teamId, Rule rule, String reason) {

    /** What decided. */
    public enum Rule {
        URGENT,
        SECTOR_AND_CATEGORY,
        CATEGORY,
        SECTOR,
        LAST_RESORT,
        DISPATCHER,
        IMPORT
    }
}
