package org.vigie.access;

import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What only this installation knows.
 *
 * @param secret signs tracking links: whoever has it can make them, and changing it ends all that were sent
 */
@Validated
@ConfigurationProperties("vigie")
public record SecretSettings(
        @Size(min = 32, message = "VIGIE_SECRET must be set to at least 32 random characters")
        String secret) {}
