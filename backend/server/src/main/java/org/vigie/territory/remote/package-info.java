/** Features of another system's service, fetched whole: OGC API Features and WFS 2.0, page by page, within bounds. */
@NullMarked
@NamedInterface("remote")
package org.vigie.territory.remote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
