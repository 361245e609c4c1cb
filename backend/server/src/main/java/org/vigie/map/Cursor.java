package org.vigie.map;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.vigie.access.Refusal;

/**
 * Where a page of requests ended: the last one's place in the order.
 *
 * @param at what it was sorted by; {@link #LAST} when it had no due time
 */
public record Cursor(Instant at, UUID id) {

    /** Sorts after every due time. Far enough, and within what PostgreSQL can hold. */
    static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    /** Opaque to the caller. */
    public String toText() {
        String plain = at + "/" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refusal cursor-malformed when it was not made by {@link #toText()} */
    public static Cursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("/", 2);
            return new Cursor(moment(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new Refusal(Refusal.Kind.MALFORMED, "cursor-malformed");
        }
    }

    /** The database knows fewer years than we do. */
    private static Instant moment(String text) {
        Instant moment = Instant.parse(text);
        if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
            throw new DateTimeException(text);
        }
        return moment;
    }
}
