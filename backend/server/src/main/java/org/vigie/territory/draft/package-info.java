/**
 * Sectors redrawn without surprises. A draft starts from the newest version of a partition and is edited by several people at once; each
 * edit is made by {@link org.vigie.territory.topology.Redrawing}, so that no gap and no overlap can arise, keeps what it replaced, and can
 * be undone. Publishing makes it the set's next version at an instant, whole or not at all.
 */
@NullMarked
@NamedInterface("draft")
package org.vigie.territory.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
