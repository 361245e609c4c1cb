/**
 * Who of the front office follows a request, from its receipt on.
 *
 * <p>Of those who are at work, whoever has the least to follow; of equals, the account that was made first. Is nobody at work, then who of
 * them is next, and of those who begin together the least loaded. Where there is no front office, or nobody of it comes within four weeks,
 * the same is asked of the dispatchers, the heads and the administrators, in this order. The load is the sum of the open requests that
 * somebody owns: an urgent one counts three, a high one two, any other one. The database fills in what is forgotten here (V0150).
 */
@NullMarked
@NamedInterface("ownership")
package org.vigie.intake.ownership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
