package org.vigie.download;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How lists are taken away as files.
 *
 * @param atOnce how many run side by side of the public ones, and as many of staff's; each holds a connection to the database while it reads
 * @param longest after which one is cut off: whoever reads slower than that keeps a connection from others
 * @param patience for how long a reader is waited for before it is seen what they took meanwhile
 * @param leastTaken less than that, and they are cut off
 */
@Validated
@ConfigurationProperties("vigie.downloads")
public record DownloadSettings(
        @DefaultValue("2") @Min(1) int atOnce,

        @DefaultValue("15m") @NotNull @DurationMin(seconds = 1)
        Duration longest,

        @DefaultValue("30s") @NotNull @DurationMin(seconds = 1)
        Duration patience,

        @DefaultValue("512KB") @NotNull DataSize leastTaken) {}
