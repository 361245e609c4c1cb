/** The live stream as server-sent events. */
@NullMarked
package org.vigie.dispatch.live.web;

import org.jspecify.annotations.NullMarked;
