package org.vigie.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.vigie.access.Refusal;

/**
 * Where a page of the queue ended: its last row's place in every order of the queue.
 *
 * @param back whether it had come back to its owner
 * @param dueAt its next promise; in the year 9999 where nothing is promised
 */
public record QueueMark(boolean back, Instant dueAt, Instant receivedAt, UUID requestId) {

    /** What is not promised sorts after every promise. Also the last moment that a mark may name; the database knows few more. */
    static final String NEVER = "9999-01-01T00:00:00Z";

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse(NEVER);
    private static final int PARTS = 4;

    /** Opaque to the caller. */
    public String toText() {
        String plain = back + "/" + dueAt + "/" + receivedAt + "/" + requestId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refusal cursor-malformed when it was not made by {@link #toText()} */
    public static QueueMark parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("/", PARTS);
            return new QueueMark(
                    Boolean.parseBoolean(parts[0]), moment(parts[1]), moment(parts[2]), UUID.fromString(parts[3]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new Refusal(Refusal.Kind.MALFORMED, "cursor-malformed");
        }
    }

    private static Instant moment(String text) {
        Instant moment = Instant.parse(text);
        if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
            throw new DateTimeException(text);
        }
        return moment;
    }
}
