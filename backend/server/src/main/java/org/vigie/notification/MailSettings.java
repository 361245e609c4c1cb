package org.vigie.notification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How e-mail leaves.
 *
 * @param host of the SMTP server; blank: messages are kept as files
 * @param user blank when the server asks for none
 * @param startTls whether the connection must be turned to TLS before anything is said
 * @param timeout for each answer of the server
 * @param from address of the sender; its name is the jurisdiction's
 * @param catchDirectory where messages are kept as .eml files when there is no host
 * @param firstPause after the first failed attempt; four times as long after each further one, at most six hours
 * @param keptDays how long a message is kept after it was written
 */
@Validated
@ConfigurationProperties("vigie.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("25") @Min(1) @Max(65535) int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("false") boolean startTls,
        @DefaultValue("10s") Duration timeout,
        @NotBlank String from,
        @NotNull Path catchDirectory,
        @DefaultValue("15s") Duration firstPause,
        @DefaultValue("365") @Min(1) int keptDays) {}
