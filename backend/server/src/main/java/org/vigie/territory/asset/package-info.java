/**
 * The things that a town keeps up: lamps, bins, trees, grounds. They come in from files and from other systems, are found by their code
 * and around a place, and are retired, never deleted, since requests name them.
 */
@NullMarked
@NamedInterface("asset")
package org.vigie.territory.asset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
