/**
 * Layers of other map services on the town's maps: WMS, WMTS, WFS, OGC API Features and plain tiles.
 *
 * <p>A layer is a row: where its service stands and how it is shown, to everybody or to staff. The reader's browser loads it from there by
 * itself; nothing is passed on by us, so that no page of ours can be made to fetch what somebody else names. That is why each page is told
 * by its Content-Security-Policy exactly which addresses it may load from ({@link org.vigie.overlay.OverlaySources}). Only an administrator
 * who adds a layer lets us ask a service ourselves what it has ({@code capabilities}), once, through the guarded client.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access"})
package org.vigie.overlay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
