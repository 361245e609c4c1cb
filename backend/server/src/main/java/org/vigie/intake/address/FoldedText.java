package org.vigie.intake.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as addresses are compared: lower case, no accents, no punctuation, one space between words. */
public final class FoldedText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private FoldedText() {}

    /** What column {@code folded} of an address holds, for its parts. */
    public static String of(String houseNumber, String street, String postcode, String locality) {
        return of(String.join(" ", houseNumber, street, postcode, locality));
    }

    public static String of(String text) {
        String lower = text.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        String plain =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
    }
}
