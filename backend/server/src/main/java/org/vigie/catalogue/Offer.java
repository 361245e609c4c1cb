package org.vigie.catalogue;

import java.time.Instant;
import java.util.List;

/** A category that may be reported at a place now, and what people are told there before they do. */
public record Offer(Category category, List<StopMessage> messages) {

    /**
     * What is known already: works announced, a collection put off.
     *
     * @param refuses nothing is taken in meanwhile, except at the desk
     */
    public record StopMessage(String text, Instant until, boolean refuses) {}
}
