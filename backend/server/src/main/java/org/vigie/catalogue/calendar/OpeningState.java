package org.vigie.catalogue.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody is there.
 *
 * @param opensAt next, when closed now; absent when it never opens
 * @param closesAt when open now; absent when it never closes
 */
public record OpeningState(
        boolean open, @Nullable Instant opensAt, @Nullable Instant closesAt) {}
