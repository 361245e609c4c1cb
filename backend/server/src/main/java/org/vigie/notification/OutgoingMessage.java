package org.vigie.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;

/**
 * A message to one person.
 *
 * @param occasion what it is about, in the sender's words, for example {@code request/0198…/RESOLVED}: the same occasion is never
 *     sent twice to one recipient
 * @param recipient an e-mail address that {@link #isAddress} accepts
 * @param subject one line; line breaks and control characters in it become spaces
 * @param body plain text
 */
public record OutgoingMessage(
        String occasion, String recipient, String subject, String body, Locale locale, List<Attachment> attachments) {

    private static final int LONGEST_ADDRESS = 254;

    /** @throws IllegalArgumentException when the recipient is no e-mail address or the occasion is blank: a fault of the sender */
    public OutgoingMessage {
        if (!isAddress(recipient)) {
            throw new IllegalArgumentException("the recipient is not an e-mail address");
        }
        if (occasion.isBlank()) {
            throw new IllegalArgumentException("a message needs an occasion");
        }
        subject = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        attachments = List.copyOf(attachments);
    }

    /** A message that nothing goes with. */
    public OutgoingMessage(String occasion, String recipient, String subject, String body, Locale locale) {
        this(occasion, recipient, subject, body, locale, List.of());
    }

    /** Whether this is one plain e-mail address: no name, no list, no comment, ASCII only. */
    public static boolean isAddress(String text) {
        if (text.length() > LONGEST_ADDRESS || !text.matches("[\\x21-\\x7e]+@[A-Za-z0-9.-]+")) {
            return false;
        }
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            return text.equals(address.getAddress()) && !address.isGroup();
        } catch (AddressException e) {
            return false;
        }
    }
}
