package org.vigie.catalogue.calendar;

/**
 * What was announced of a day, whatever the rule computes.
 *
 * @param isHoliday false: the holiday that was expected is none
 */
public record HolidayOverride(boolean isHoliday, String name) {}
