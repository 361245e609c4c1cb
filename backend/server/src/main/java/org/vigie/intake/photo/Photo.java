package org.vigie.intake.photo;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A stored photo.
 *
 * @param requestId empty until a submission or a work report takes it
 * @param width in pixels, of the stored image
 * @param height in pixels, of the stored image
 * @param publishable whether the public may see it once its request is public
 */
public record Photo(
        UUID id,
        Optional<UUID> requestId,
        Purpose purpose,
        int width,
        int height,
        boolean publishable,
        Instant receivedAt) {

    /** What it shows. */
    public enum Purpose {
        REPORT,
        BEFORE,
        AFTER
    }
}
