/** Tells every open screen of every change, in the order of their commits and without a gap. */
@NullMarked
package org.vigie.dispatch.live;

import org.jspecify.annotations.NullMarked;
