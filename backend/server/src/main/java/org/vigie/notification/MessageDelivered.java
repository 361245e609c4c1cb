package org.vigie.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * The mail server has taken a message. Published inside the transaction that notes it: whoever does more than schedule a task here
 * puts that note at risk, and with it that the message is sent once.
 *
 * @param occasion in the sender's words
 */
public record MessageDelivered(UUID messageId, String occasion, Instant at) {}
