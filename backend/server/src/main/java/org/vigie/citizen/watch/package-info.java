/** Answered: areas that people watch, and the messages that tell them of each new public request there. */
@NullMarked
package org.vigie.citizen.watch;

import org.jspecify.annotations.NullMarked;
