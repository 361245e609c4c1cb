/** The one source of time: the wall's clock or, for a city that does not exist, one that can be set. */
@NullMarked
package org.vigie.access.time;

import org.jspecify.annotations.NullMarked;
