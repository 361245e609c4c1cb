/**
 * Calendars and the arithmetic of promised time, without Spring and without a database.
 *
 * <p>A {@link org.vigie.catalogue.calendar.WorkCalendar} says when somebody works: hours by weekday with their breaks, public holidays,
 * closures and extra openings, all read by the clock on the wall of its zone. A {@link org.vigie.catalogue.calendar.Length} is an amount
 * and a unit; {@link org.vigie.catalogue.calendar.PromisedTime} says when a length that begins at an instant is over, how much of it
 * was counted between two instants, and where its end lies after a pause.
 */
@NullMarked
@NamedInterface("calendar")
package org.vigie.catalogue.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
