/** What a map service says that it has, read from the documents of OGC's standards; whatever else is in them is passed over. */
@NullMarked
package org.vigie.overlay.capabilities;

import org.jspecify.annotations.NullMarked;
