/**
 * Delivery only: a message is stored with the change that caused it and sent afterwards by a durable task, once.
 *
 * <p>It knows no request: senders write an {@code OutgoingMessage} with an occasion, and the same occasion is never sent twice to one
 * recipient. Without an SMTP host the messages are kept as files in the catch directory, for development and trials.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"geo", "access"})
package org.vigie.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
