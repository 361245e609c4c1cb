package org.vigie.map;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How maps are served.
 *
 * @param tileCacheMegabytes most memory for tiles of base map, sectors and assets
 * @param requestCacheMegabytes most memory for tiles of requests; 0 to make each anew
 * @param rasterUrl address pattern of an online base map, with {z}, {x} and {y}; empty to draw our own. Its host must be allowed in
 *     vigie.web.image-hosts
 * @param rasterAttribution what its owner wants to be said
 * @param attribution said on every map: where the data come from
 */
@Validated
@ConfigurationProperties("vigie.map")
public record MapSettings(
        @DefaultValue("64") @Min(1) int tileCacheMegabytes,
        @DefaultValue("64") @Min(0) int requestCacheMegabytes,
        @DefaultValue("") String rasterUrl,
        @DefaultValue("") String rasterAttribution,
        @DefaultValue("") String attribution) {}
