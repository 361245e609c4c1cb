package org.vigie.features;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.vigie.access.Refusal;

/**
 * Where a page ended.
 *
 * @param matched how many there were when the first page was read: they are not counted again for every page
 * @param lastId of the last feature of that page
 */
public record ItemsCursor(long matched, String lastId) {

    /** Opaque to the caller. */
    public String toText() {
        String plain = matched + "/" + lastId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refusal cursor-malformed when it was not made by {@link #toText()} */
    public static ItemsCursor parse(String text, PublishedLayer layer) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("/", 2);
            ItemsCursor cursor = new ItemsCursor(Long.parseLong(parts[0]), parts[1]);
            if (cursor.matched() >= 0 && FeatureIds.isOne(cursor.lastId(), layer)) {
                return cursor;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            // Told below, as any other that is not ours.
        }
        throw new Refusal(Refusal.Kind.MALFORMED, "cursor-malformed");
    }
}
