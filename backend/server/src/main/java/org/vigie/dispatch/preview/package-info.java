/**
 * What a draft of the sectors would mean: which open requests would change sector or team, and how last year's work would have been shared
 * out. Positions of last year are placed in memory by the draft and by the version it is based on; both are given to teams by the rules
 * of today, so that only the lines differ.
 */
@NullMarked
package org.vigie.dispatch.preview;

import org.jspecify.annotations.NullMarked;
