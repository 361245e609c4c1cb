/** Letting the time of a city that does not exist pass. */
@NullMarked
package org.vigie.demo.time;

import org.jspecify.annotations.NullMarked;
