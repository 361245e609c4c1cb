package org.vigie.features;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalLong;
import org.vigie.access.Refusal;

/**
 * Where a page ended.
 *
 * @param matched how many there were when the first page was read: they are not counted again for every page. Absent when they were not
 *     counted
 * @param lastPlot of the last feature of that page; absent when it was read by id
 * @param lastId of the last feature of that page
 */
public record ItemsCursor(OptionalLong matched, OptionalLong lastPlot, String lastId) {

    private static final String ABSENT = "-";

    /** Opaque to the caller. */
    public String toText() {
        String plain = text(matched) + "/" + text(lastPlot) + "/" + lastId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refusal cursor-malformed when it was not made by {@link #toText()} */
    public static ItemsCursor parse(String text, PublishedLayer layer) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("/", 3);
            ItemsCursor cursor = new ItemsCursor(number(parts[0]), number(parts[1]), parts[2]);
            if (cursor.matched().orElse(0) >= 0 && FeatureIds.isOne(cursor.lastId(), layer)) {
                return cursor;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            // Told below, as any other that is not ours.
        }
        throw new Refusal(Refusal.Kind.MALFORMED, "cursor-malformed");
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : ABSENT;
    }

    private static OptionalLong number(String text) {
        return text.equals(ABSENT) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }
}
