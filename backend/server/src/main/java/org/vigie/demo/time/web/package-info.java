/** The clock of a city that does not exist, at its administrator's desk. */
@NullMarked
package org.vigie.demo.time.web;

import org.jspecify.annotations.NullMarked;
