package org.vigie.dispatch.live;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many screens one process keeps a stream open for.
 *
 * @param mostScreens of all jurisdictions and audiences; 0: as many as half of the memory holds
 */
@Validated
@ConfigurationProperties("vigie.live")
record LiveSettings(@DefaultValue("0") @Min(0) int mostScreens) {

    /** Of memory, with what Tomcat keeps for a connection. Measured by a test, with a margin. */
    static final int BYTES_A_SCREEN = 128 << 10;

    private static final int FEWEST = 100;

    int most() {
        long held = Runtime.getRuntime().maxMemory() / 2 / BYTES_A_SCREEN;
        return mostScreens > 0 ? mostScreens : (int) Math.clamp(held, FEWEST, Integer.MAX_VALUE);
    }
}
