package org.vigie.forwarding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How requests are sent on and followed.
 *
 * @param firstPause after the first failed attempt; twice as long after each further one
 * @param longestPause between two attempts
 * @param restAfterNoAnswer for how long at most nobody else tries where nobody answered
 * @param giveUpAfter how long it is tried before the desk is told that it was not taken
 * @param numberWithin how long a token may stand for the number
 * @param lease how long a post may take at most, before another process may think that it died
 * @param pollEvery how often a system is asked what became of the requests that it has
 * @param lookAfterEnd how long one that was closed there is looked at, in case it is opened again
 * @param batch how many are asked for at once
 */
@Validated
@ConfigurationProperties("vigie.forwarding")
record ForwardingSettings(
        @DefaultValue("10s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("1m") Duration restAfterNoAnswer,
        @DefaultValue("72h") Duration giveUpAfter,
        @DefaultValue("14d") Duration numberWithin,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("5m") Duration pollEvery,
        @DefaultValue("30d") Duration lookAfterEnd,
        @DefaultValue("40") @Min(1) @Max(100) int batch) {

    /** Twice as long each time, a fifth more or less, so that what failed together does not come back together. */
    Duration pauseAfter(int attempts) {
        Duration doubled = firstPause.multipliedBy(1L << Math.clamp(attempts - 1, 0, 20));
        Duration pause = doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
        return Duration.ofMillis(
                (long) (pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }
}
