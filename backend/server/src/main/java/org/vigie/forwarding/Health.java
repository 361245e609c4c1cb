package org.vigie.forwarding;

import java.time.Instant;
import java.util.Optional;

/**
 * How a connection is doing.
 *
 * @param failingSince nothing was answered well since then
 * @param restingUntil nobody answered: it is left alone until then
 * @param speaksUpdates whether it tells updates besides; empty: not known yet
 * @param updatesUntil updates are known up to here, by that server's clock
 */
public record Health(
        Optional<Instant> failingSince,
        Optional<Instant> restingUntil,
        Optional<Instant> lastAnswerAt,
        Optional<String> lastError,
        Optional<Boolean> speaksUpdates,
        Optional<Instant> updatesUntil) {}
