package org.vigie.request;

import java.util.Optional;
import java.util.UUID;

/**
 * Who is responsible for a request, and why.
 *
 * @param reason in words
 * @param authorityId whose it is to do, when it is forwarded; team and service follow it meanwhile
 */
public record Assignment(UUID serviceId, UUID teamId, Rule rule, String reason, Optional<UUID> authorityId) {

    /** What the service's own organisation does itself. */
    public Assignment(UUID serviceId, UUID teamId, Rule rule, String reason) {
        this(serviceId, teamId, rule, reason, Optional.empty());
    }

    /** What decided. */
    public enum Rule {
        /** A rule that the town wrote. */
        RULE,
        ON_CALL,
        URGENT,
        SERVICE,
        SECTOR_AND_CATEGORY,
        CATEGORY,
        SECTOR,
        SECTOR_DEFAULT,
        LAST_RESORT,
        DISPATCHER,
        IMPORT
    }
}
