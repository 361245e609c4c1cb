package org.vigie.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A message as kept.
 *
 * @param sentAt empty while it waits, or for good when every attempt failed
 * @param failedAttempts how often delivery was tried in vain
 * @param lastFailure what the mail server said last; may name the recipient
 * @param attachments only where it is about to be delivered; empty in lists
 */
public record Message(
        UUID id,
        String occasion,
        String recipient,
        String subject,
        String body,
        Locale locale,
        Instant createdAt,
        Optional<Instant> sentAt,
        int failedAttempts,
        Optional<String> lastFailure,
        List<Attachment> attachments) {

    Message with(List<Attachment> files) {
        return new Message(
                id, occasion, recipient, subject, body, locale, createdAt, sentAt, failedAttempts, lastFailure, files);
    }
}
