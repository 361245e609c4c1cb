package org.vigie.access;

import java.util.regex.Pattern;

/**
 * The narrow no-break spaces of French, before {@code ; : ! ? »} and after {@code «}. Texts are written with plain spaces, which everybody
 * sees in an editor, and get theirs as they are read, so that no line of a mail, a page or a letter begins with a mark.
 */
public final class FrenchSpaces {

    /** U+202F. */
    public static final String NARROW = "\u202f";

    private static final Pattern PLAIN = Pattern.compile("(?<=[^\\s]) (?=[;:!?»])|(?<=«) ");

    private FrenchSpaces() {}

    public static String set(String text) {
        return PLAIN.matcher(text).replaceAll(NARROW);
    }
}
