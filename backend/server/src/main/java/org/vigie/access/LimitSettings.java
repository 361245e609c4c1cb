package org.vigie.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How often one may come through each public door. Staff are not limited.
 *
 * @param processes how many processes serve side by side, each getting an even part of what comes: each grants its part of the figures
 * @param unlimitedNetworks addresses or networks (203.0.113.0/24, 2001:db8::/48) that are not limited: offices behind one address
 */
@Validated
@ConfigurationProperties("vigie.limits")
record LimitSettings(
        @NotNull @Valid Limit reports,
        @NotNull @Valid Limit photos,
        @NotNull @Valid Limit searches,
        @NotNull @Valid Limit messages,
        @NotNull @Valid Limit follows,
        @NotNull @Valid Limit features,
        @Min(1) int processes,
        @NotNull List<String> unlimitedNetworks) {

    /**
     * Comes back evenly: whoever has used up ten an hour may come again after six minutes.
     *
     * @param perDevice for one browser, told by a cookie
     * @param perAddress for one IPv4 address or one /64 of IPv6, whatever the cookies
     */
    record Limit(
            @Min(1) int perDevice,
            @Min(1) int perAddress,
            @NotNull @DurationMin(seconds = 1) Duration period) {}

    Limit of(PublicDoor door) {
        return switch (door) {
            case REPORT -> reports;
            case PHOTO -> photos;
            case SEARCH -> searches;
            case MESSAGE -> messages;
            case FOLLOW -> follows;
            case FEATURES -> features;
        };
    }
}
