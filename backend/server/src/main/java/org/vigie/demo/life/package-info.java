/**
 * How Aubrelle lives: when its people report, what, where and in which words, and what becomes of it.
 *
 * <p>Everything is drawn from seeded generators, so the same clock tells the same story. A request's whole life is written first,
 * future included, and then cut off at the present: its state is where the cut falls.
 */
@NullMarked
package org.vigie.demo.life;

import org.jspecify.annotations.NullMarked;
