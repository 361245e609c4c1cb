package org.vigie.access.outside;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How other systems are called.
 *
 * @param allowHttp whether an address may begin with http
 * @param allowInnerAddresses whether one may lie in the machine's own network: for trials and tests
 * @param timeout for the connection and for each part of the answer; three times that for the whole
 */
@Validated
@ConfigurationProperties("vigie.outside")
record OutsideSettings(
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue("false") boolean allowInnerAddresses,
        @DefaultValue("10s") Duration timeout) {}
