/**
 * Everything about a place: what was and is reported there, the things of the city that stand there, the works that are announced, and who
 * serves it.
 */
@NullMarked
package org.vigie.dispatch.place;

import org.jspecify.annotations.NullMarked;
