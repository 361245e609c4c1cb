package org.vigie.catalogue.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calendars that the table of deadlines names. */
final class TestCalendars {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private TestCalendars() {}

    static WorkCalendar named(String name) {
        return switch (name) {
            case "DAY" -> of(PARIS, HolidayRule.FRANCE, weekdays(hours("09:00-17:00")));
            case "OFFICE" -> of(PARIS, HolidayRule.FRANCE, weekdays(hours("09:00-12:00", "13:30-17:00")));
            case "FREEPHONE" -> of(PARIS, HolidayRule.FRANCE, weekdays(hours("08:30-12:00", "13:30-18:00")));
            case "ALSACE" -> of(PARIS, HolidayRule.FRANCE_ALSACE_MOSELLE, weekdays(hours("09:00-17:00")));
            case "TOWN" -> town();
            case "NIGHT" -> of(PARIS, HolidayRule.NONE, everyDay(hours("00:00-06:00", "22:00-24:00")));
            case "EVENING" -> of(PARIS, HolidayRule.NONE, everyDay(hours("08:00-23:59")));
            case "ALWAYS" -> WorkCalendar.roundTheClock(PARIS);
            case "CASA" -> of(ZoneId.of("Africa/Casablanca"), HolidayRule.MOROCCO, weekdays(hours("08:30-16:30")));
            default -> overseas(name);
        };
    }

    private static WorkCalendar overseas(String name) {
        String zone = switch (name) {
            case "REUNION" -> "Indian/Reunion";
            case "GUADELOUPE" -> "America/Guadeloupe";
            case "MARTINIQUE" -> "America/Martinique";
            case "GUYANE" -> "America/Cayenne";
            case "MAYOTTE" -> "Indian/Mayotte";
            case "SAINT_MARTIN" -> "America/Marigot";
            case "SAINT_BARTHELEMY" -> "America/St_Barthelemy";
            default -> throw new IllegalArgumentException(name);
        };
        return of(ZoneId.of(zone), HolidayRule.valueOf("FRANCE_" + name), weekdays(hours("08:00-16:00")));
    }

    private static WorkCalendar town() {
        Map<DayOfWeek, List<Hours>> week = weekdays(hours("09:00-17:00"));
        week.put(DayOfWeek.SATURDAY, hours("09:00-12:00"));
        return new WorkCalendar(
                Optional.empty(),
                "TOWN",
                PARIS,
                week,
                HolidayRule.FRANCE,
                Map.of(
                        LocalDate.of(2026, 5, 15), new SpecialDay("Pont de l’Ascension", List.of()),
                        LocalDate.of(2026, 11, 11), new SpecialDay("Cérémonie", hours("14:00-16:00")),
                        LocalDate.of(2026, 11, 29), new SpecialDay("Marché de Noël", hours("10:00-16:00")),
                        LocalDate.of(2026, 12, 24), new SpecialDay("Veille de Noël", hours("09:00-12:00"))));
    }

    static WorkCalendar of(ZoneId zone, HolidayRule holidays, Map<DayOfWeek, List<Hours>> week) {
        return new WorkCalendar(Optional.empty(), "Test", zone, week, holidays, Map.of());
    }

    static Map<DayOfWeek, List<Hours>> weekdays(List<Hours> hours) {
        Map<DayOfWeek, List<Hours>> week = everyDay(hours);
        week.remove(DayOfWeek.SATURDAY);
        week.remove(DayOfWeek.SUNDAY);
        return week;
    }

    private static Map<DayOfWeek, List<Hours>> everyDay(List<Hours> hours) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, hours);
        }
        return week;
    }

    /** @param spans like 13:30-17:00; 24:00 is the end of the day */
    static List<Hours> hours(String... spans) {
        return Arrays.stream(spans)
                .map(span -> span.split("-", 2))
                .map(times -> new Hours(
                        LocalTime.parse(times[0]),
                        times[1].equals("24:00") ? LocalTime.MAX : LocalTime.parse(times[1])))
                .toList();
    }
}
