package org.vigie.reply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A letter as it is set on paper.
 *
 * @param town name of the commune, which heads the letter
 * @param dateLine place and day, in words
 * @param reference what it answers
 * @param signature lines below the text: title, and who signed
 * @param draftMark said on top while it is not signed
 */
record Letter(
        Locale locale,
        String town,
        String service,
        Letterhead letterhead,
        String dateLine,
        String reference,
        Recipient recipient,
        ReplyText text,
        List<String> signature,
        Optional<String> draftMark) {}
