package org.vigie.intake;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;

/**
 * Lets so many reports of the public in at once that they come in quickest, and keeps the other connections for those who work. Whoever
 * has waited too long is told so, and that nothing was kept, instead of waiting for ever longer; who sends again loses and doubles nothing.
 */
@Component
@EnableConfigurationProperties(IntakeSettings.class)
public class IntakeGate {

    private static final int RETRY_SECONDS = 5;

    private final IntakeSettings settings;
    private final Semaphore places;

    IntakeGate(IntakeSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce(), true);
    }

    /** @throws Refusal too-many-reports-at-once */
    public <T> T pass(Supplier<T> intake) {
        if (!hasPlace()) {
            throw new Refusal(Refusal.Kind.FULL, "too-many-reports-at-once", RETRY_SECONDS);
        }
        try {
            return intake.get();
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
