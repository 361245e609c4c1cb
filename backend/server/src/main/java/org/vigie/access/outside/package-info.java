/** Calling other systems over HTTP, at addresses that people type in: never into our own network, never where an answer redirects to. */
@NullMarked
package org.vigie.access.outside;

import org.jspecify.annotations.NullMarked;
