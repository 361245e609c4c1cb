package org.vigie.catalogue.calendar;

import java.util.List;

/**
 * A day that is not like its weekday: closed, or open at other hours. It goes before holidays.
 *
 * @param name why, for people: Pont de l’Ascension
 * @param hours in their order; none means closed
 */
public record SpecialDay(String name, List<Hours> hours) {

    public SpecialDay {
        hours = WorkCalendar.inOrder(hours);
    }
}
