/**
 * Tells other systems what happens to requests, by signed webhooks.
 *
 * <p>What a hook is to be told is written with the change that causes it and sent by a durable task: at least once, and in order for each
 * request. What fails holds back what follows for the same request and hook, nothing else; it is tried again with growing pauses until a
 * stated age, and then stays as a dead letter that the desk sees and sends again. What is sent is read when it is sent: a hook for public
 * content reads the published views as {@code map_reader}, so that nothing private can leave here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"geo", "access", "catalogue", "request", "dispatch", "map"})
package org.vigie.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
