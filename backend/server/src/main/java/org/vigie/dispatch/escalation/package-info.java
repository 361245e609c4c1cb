/**
 * Assigned, and not forgotten: when a promise is warned of, broken, and taken up a ladder of people. {@code Alarms} says what rings when,
 * {@code Ringing} lets it ring once, {@code Timers} wakes it.
 */
@NullMarked
@NamedInterface("escalation")
package org.vigie.dispatch.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
