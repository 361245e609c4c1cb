/** Tiles, public reads and the pages over HTTP. */
@NullMarked
package org.vigie.map.web;

import org.jspecify.annotations.NullMarked;
