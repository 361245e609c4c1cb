package org.vigie.demo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes text as the address search reads it: lower case, no accents, no punctuation. */
final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORDS = Pattern.compile("[^a-z0-9]+");

    private Folding() {}

    static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
        String plain =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        return NOT_WORDS.matcher(plain).replaceAll(" ").strip();
    }
}
