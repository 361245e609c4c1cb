package org.vigie.features.cql2;

import org.vigie.access.Refusal;

/** How a filter is refused: by a sentence that says where it stops making sense, or what it may not ask. */
final class FilterRefusals {

    private static final int SHOWN_CHARACTERS = 40;

    private FilterRefusals() {}

    /** @param position of the first character that makes no sense, from 1 */
    static Refusal malformed(int position, String found) {
        return new Refusal(Refusal.Kind.MALFORMED, "filter-malformed", position, shortened(found));
    }

    static Refusal jsonMalformed(String found) {
        return new Refusal(Refusal.Kind.MALFORMED, "filter-json-malformed", shortened(found));
    }

    static Refusal geometryMalformed(String found) {
        return new Refusal(Refusal.Kind.MALFORMED, "filter-geometry-malformed", shortened(found));
    }

    static Refusal unsupported(String what) {
        return new Refusal(Refusal.Kind.MALFORMED, "filter-unsupported", shortened(what));
    }

    static Refusal tooLarge() {
        return new Refusal(
                Refusal.Kind.MALFORMED,
                "filter-too-large",
                FilterSize.MOST_CHARACTERS,
                FilterSize.MOST_PARTS,
                FilterSize.MOST_LEVELS);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
