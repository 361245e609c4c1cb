/** The desk: queue, request, actions. */
@NullMarked
package org.vigie.dispatch.web;

import org.jspecify.annotations.NullMarked;
