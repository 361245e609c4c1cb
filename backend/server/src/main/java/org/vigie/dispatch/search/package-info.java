/**
 * Looks through everything that ever came in, closed requests too, newest first: by words, place, person, number or thing.
 *
 * <p>Row-level security keeps operators that are not leakproof away from the indexes. Words and places are therefore asked of two functions
 * of schema request that keep the tenant rule themselves and answer with ids only; people, whom no publisher may read, are found by plain
 * comparisons.
 */
@NullMarked
package org.vigie.dispatch.search;

import org.jspecify.annotations.NullMarked;
