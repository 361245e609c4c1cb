package org.vigie.citizen;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param publicUrl what residents' browsers reach Vigie at, without a final slash: links in messages begin with it
 * @param reopenDays for how many days after its end a request may be reopened by whoever asked or follows it; 0: never
 */
@Validated
@ConfigurationProperties("vigie.citizen")
record CitizenSettings(
        @NotBlank String publicUrl,
        @DefaultValue("30") @Min(0) int reopenDays) {}
