package org.vigie.catalogue.calendar;

/** A calendar was asked for working time and has none for years. Calendars without hours are refused when they are stored. */
public final class NeverOpens extends IllegalStateException {

    private static final long serialVersionUID = 1;

    NeverOpens(String calendar) {
        super("The calendar %s does not open".formatted(calendar));
    }
}
