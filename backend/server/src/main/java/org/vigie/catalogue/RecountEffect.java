package org.vigie.catalogue;

import java.time.Instant;
import java.util.List;

/**
 * What a recount moves.
 *
 * @param deadlines how many are due at another time
 * @param requests how many have such deadlines
 * @param late how many deadlines are late by it that were not
 * @param noLongerLate how many were late and are not any more
 * @param farthest those that move by the longest time, the longest first; a few
 */
public record RecountEffect(int deadlines, int requests, int late, int noLongerLate, List<Move> farthest) {

    /** One deadline of one request. */
    public record Move(String number, Commitment commitment, Instant before, Instant after) {}
}
