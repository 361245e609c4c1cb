package org.vigie.access;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A commune or agglomeration that runs Vigie.
 *
 * @param code what its addresses begin with: {@code /{code}/…}
 * @param locale BCP 47 tag of its first language
 * @param zone in which its days and opening hours are told
 */
public record Jurisdiction(UUID id, String code, String name, String locale, ZoneId zone) {

    /** @throws Refusal code-reserved for a code under which it could not be reached */
    public Jurisdiction {
        if (FirstSegments.isReserved(code)) {
            throw Refusal.invalid("code-reserved", code);
        }
    }
}
