package org.vigie.notification;

import java.util.UUID;

/**
 * No attempt is made any more to deliver a message. Published as {@link MessageDelivered} is.
 *
 * @param occasion in the sender's words
 */
public record MessageGivenUp(UUID messageId, String occasion) {}
