/**
 * Assigned, by rules that were tried before: what a rule would make of one report that is thought of, and of the requests of a month that
 * came in. Both ask {@link org.vigie.intake.Treatment}, as intake does, so that what is shown is what follows.
 */
@NullMarked
@NamedInterface("rules")
package org.vigie.dispatch.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
