package org.vigie.reply;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.vigie.access.Refusal;

/**
 * What a letter says.
 *
 * @param locale fr or en
 * @param subject one line
 * @param body paragraphs of plain text, parted by empty lines
 */
public record ReplyText(String locale, String subject, String body) {

    static final int MOST_SUBJECT_CHARACTERS = 300;
    static final int MOST_BODY_CHARACTERS = 20_000;

    /** @throws Refusal text-missing, or reply-too-long */
    public ReplyText {
        subject = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        // What no letter shows and what PDF fonts stumble over.
        body = body.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                .strip();
        if (subject.isEmpty() || body.isEmpty()) {
            throw Refusal.invalid("text-missing");
        }
        if (subject.length() > MOST_SUBJECT_CHARACTERS || body.length() > MOST_BODY_CHARACTERS) {
            throw Refusal.invalid("reply-too-long", MOST_SUBJECT_CHARACTERS, MOST_BODY_CHARACTERS);
        }
    }

    /** @throws Refusal language-unknown unless it is fr or en */
    public static String language(String tag) {
        if (!tag.equals("fr") && !tag.equals("en")) {
            throw Refusal.invalid("language-unknown", tag);
        }
        return tag;
    }

    /** SHA-256 over subject, an empty line and body in UTF-8: what a decision was taken on. */
    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((subject + "\n\n" + body).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
