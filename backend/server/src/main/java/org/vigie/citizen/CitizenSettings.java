package org.vigie.citizen;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param publicUrl what residents' browsers reach Vigie at, without a final slash: links in messages begin with it */
@Validated
@ConfigurationProperties("vigie.citizen")
record CitizenSettings(@NotBlank String publicUrl) {}
