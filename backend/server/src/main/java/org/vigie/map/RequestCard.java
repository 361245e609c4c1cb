package org.vigie.map;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Wgs84Point;

/**
 * A request as a map or a list shows it. Holds nothing personal: the public sees the same card.
 *
 * @param number what people read: 2026-004217
 * @param category its code
 * @param title name of the category
 * @param domain its code
 * @param service who answers for it
 * @param position absent while nobody has located it
 */
public record RequestCard(
        UUID id,
        String number,
        String kind,
        String state,
        String category,
        String title,
        String glyph,
        String domain,
        String address,
        @Nullable Sector sector,
        @Nullable String service,
        @Nullable Wgs84Point position,
        Instant receivedAt,
        Instant changedAt,
        @Nullable Instant resolvedAt,
        Ring ring,
        @Nullable PhotoRef photo) {

    /** The sector it fell into when it was placed. */
    public record Sector(String code, String name) {}

    RequestCard withPhoto(@Nullable PhotoRef shown) {
        return new RequestCard(
                id,
                number,
                kind,
                state,
                category,
                title,
                glyph,
                domain,
                address,
                sector,
                service,
                position,
                receivedAt,
                changedAt,
                resolvedAt,
                ring,
                shown);
    }
}
