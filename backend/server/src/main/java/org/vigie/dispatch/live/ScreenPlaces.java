package org.vigie.dispatch.live;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;
import org.vigie.dispatch.Audience;

/** Counts the open screens of this process, so that one too many is sent away instead of taking the memory of all. */
@Component
@EnableConfigurationProperties(LiveSettings.class)
class ScreenPlaces {

    /** By then others have closed, or another process answers. */
    private static final int RETRY_SECONDS = 30;

    private final int most;
    private final int mostOfThePublic;
    private final AtomicInteger taken = new AtomicInteger();

    ScreenPlaces(LiveSettings settings) {
        this.most = settings.most();
        // Those who work with it find a place when the whole town looks.
        this.mostOfThePublic = most - most / 10;
    }

    /** @throws Refusal too-many-screens when there is no place left for that audience */
    void take(Audience audience) {
        int limit = audience == Audience.PUBLIC ? mostOfThePublic : most;
        if (taken.incrementAndGet() > limit) {
            taken.decrementAndGet();
            throw new Refusal(Refusal.Kind.FULL, "too-many-screens", RETRY_SECONDS);
        }
    }

    void giveBack() {
        taken.decrementAndGet();
    }

    int taken() {
        return taken.get();
    }
}
