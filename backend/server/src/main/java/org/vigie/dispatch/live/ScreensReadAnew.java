package org.vigie.dispatch.live;

import java.time.Instant;

/**
 * More has changed than a screen should hear of one by one: each reads anew what it shows. Published inside the last of the transactions
 * that made the changes, or after it.
 */
public record ScreensReadAnew(Instant at) {}
