/** Overlays over HTTP: for the maps, and for whoever sets them up. */
@NullMarked
package org.vigie.overlay.web;

import org.jspecify.annotations.NullMarked;
