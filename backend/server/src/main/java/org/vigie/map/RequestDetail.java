package org.vigie.map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the public may see of one request.
 *
 * @param description with e-mail addresses and telephone numbers masked
 * @param steps oldest first
 * @param followers how many, never who
 */
public record RequestDetail(
        @JsonUnwrapped RequestCard card,
        String description,
        List<Step> steps,
        List<PhotoRef> photos,
        List<Promise> promises,
        long followers) {

    /** @param state it went to, when that changed */
    public record Step(Instant at, String entry, @Nullable String state, String text) {}

    /**
     * @param amount with the unit, what was promised: 2 WORKING_DAYS
     * @param pausedAt since when nothing of it is counted
     */
    public record Promise(
            String commitment,
            Instant startsAt,
            Instant dueAt,
            @Nullable Instant metAt,
            int amount,
            String unit,
            @Nullable Instant pausedAt) {}
}
