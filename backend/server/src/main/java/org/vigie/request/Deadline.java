package org.vigie.request;

import java.time.Instant;
import java.util.Optional;
import org.vigie.catalogue.Commitment;

/** One promise of one request. */
public record Deadline(Commitment commitment, Instant startsAt, Instant dueAt, Optional<Instant> metAt) {

    public boolean isOpen() {
        return metAt.isEmpty();
    }
}
