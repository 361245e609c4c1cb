package org.vigie.webhook;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How webhooks are sent.
 *
 * @param firstPause after the first failed attempt; twice as long after each further one
 * @param longestPause between two attempts
 * @param restAfterNoAnswer for how long at most nobody else tries where nobody answered
 * @param giveUpAfter the age at which an event becomes a dead letter
 * @param pauseAfter for how long a hook must have failed to be paused
 * @param keptDays how long dead letters are kept
 */
@Validated
@ConfigurationProperties("vigie.webhooks")
record WebhookSettings(
        @DefaultValue("10s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("1m") Duration restAfterNoAnswer,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("6h") Duration pauseAfter,
        @DefaultValue("30") @Min(1) int keptDays) {}
