package org.vigie.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A message as kept.
 *
 * @param sentAt empty while it waits, or for good when every attempt failed
 * @param failedAttempts how often delivery was tried in vain
 * @param lastFailure what the mail server said last; may name the recipient
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
        Optional<String> lastFailure) {}
