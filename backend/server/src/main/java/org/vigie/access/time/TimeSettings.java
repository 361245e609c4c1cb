package org.vigie.access.time;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param simulated this database lives in a time of its own; refused where a jurisdiction exists in truth
 * @param speed how many seconds pass there in one of the wall's; 0 stands still until the clock is put on
 */
@ConfigurationProperties("vigie.time")
public record TimeSettings(
        @DefaultValue("false") boolean simulated,
        @DefaultValue("1") double speed) {

    public TimeSettings {
        if (speed < 0 || speed > 100_000) {
            throw new IllegalArgumentException("vigie.time.speed must be between 0 and 100000, not " + speed);
        }
    }
}
