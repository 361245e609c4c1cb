/**
 * Shown: figures of what came in and what became of it, for a period and as they were known when it ended.
 *
 * <p>{@link org.vigie.dashboard.Lives} reads what was known of each request at one moment: its history up to then, where it was filed then,
 * what had been promised. {@link org.vigie.dashboard.Figures} counts them; {@link org.vigie.dashboard.Reviews} puts two periods side by side.
 * Whatever is written later changes none of it. Every number is recounted in plain SQL in {@code sql/recount}, and a test holds the two equal.
 *
 * <p>A promise counts in the period in which it fell due, kept or not: each is counted once, and none is left out because it is still
 * running. Praise is counted apart and is in no other figure. Satisfaction is no figure yet: its answers would be read here, beside the
 * lives, by whoever asks for them.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"geo", "access", "territory", "catalogue", "catalogue :: calendar", "request", "paper"})
package org.vigie.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
