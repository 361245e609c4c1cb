/**
 * Vigie: arrives, located, assigned, worked, answered, shown. The packages stand in that order; see {@code package-info} of each.
 */
@NullMarked
package org.vigie;

import org.jspecify.annotations.NullMarked;
