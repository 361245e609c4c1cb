package org.vigie.catalogue;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is promised for a category, in minutes round the clock from receipt.
 *
 * @param onSiteMinutes absent when nobody needs to come
 * @param resolveMinutes absent when only an answer is due
 */
public record Promises(
        int acknowledgeMinutes, Optional<Integer> onSiteMinutes, Optional<Integer> resolveMinutes, int replyMinutes) {

    /** The commitments that are made, with their lengths, in the order in which they fall due. */
    public Map<Commitment, Duration> lengths() {
        Map<Commitment, Duration> lengths = new EnumMap<>(Commitment.class);
        lengths.put(Commitment.ACKNOWLEDGE, Duration.ofMinutes(acknowledgeMinutes));
        onSiteMinutes.ifPresent(minutes -> lengths.put(Commitment.ON_SITE, Duration.ofMinutes(minutes)));
        resolveMinutes.ifPresent(minutes -> lengths.put(Commitment.RESOLVE, Duration.ofMinutes(minutes)));
        lengths.put(Commitment.REPLY, Duration.ofMinutes(replyMinutes));
        return lengths;
    }
}
