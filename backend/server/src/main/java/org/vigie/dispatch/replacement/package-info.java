/**
 * Assigned anew: when published sectors begin to hold, every request that somebody still has to work on is placed by them, in portions
 * that are whole each, while the service goes on. A request keeps its old sector until it has its new one, and says why it moved.
 */
@NullMarked
package org.vigie.dispatch.replacement;

import org.jspecify.annotations.NullMarked;
