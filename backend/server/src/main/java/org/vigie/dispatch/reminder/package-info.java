/**
 * Assigned, and not asleep: requests that nobody has touched for some days are brought back to the team and the owner, once in each such
 * period. {@code Dormancies} says after how many days, {@code Reminders} finds whose they are over, {@code Reminding} tells.
 */
@NullMarked
@NamedInterface("reminder")
package org.vigie.dispatch.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
