package org.vigie.reply;

import org.vigie.access.Refusal;

/**
 * To whom a letter goes, and how.
 *
 * @param name as on the letter; may be empty
 * @param address lines of the postal address; may be empty when it goes by e-mail
 */
public record Recipient(String name, String address, SendBy sendBy) {

    /** How a letter goes out. */
    public enum SendBy {
        EMAIL,
        POST
    }

    private static final int MOST_CHARACTERS = 500;

    /** @throws Refusal recipient-too-long */
    public Recipient {
        name = name.replaceAll("\\p{Cntrl}+", " ").strip();
        address = address.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n]]", "")
                .strip();
        if (name.length() > MOST_CHARACTERS || address.length() > MOST_CHARACTERS) {
            throw Refusal.invalid("recipient-too-long", MOST_CHARACTERS);
        }
    }
}
