package org.vigie.intake;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many reports of the public, and of other systems, one process takes in at once.
 *
 * @param atOnce side by side; less than the connections of the service, whose rest is for those who work
 * @param patience how long one waits for its place before whoever sent it is told to send it again
 */
@Validated
@ConfigurationProperties("vigie.intake")
record IntakeSettings(
        @DefaultValue("8") @Min(1) int atOnce,
        @DefaultValue("2s") @NotNull Duration patience) {}
