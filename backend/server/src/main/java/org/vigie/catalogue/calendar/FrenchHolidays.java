package org.vigie.catalogue.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** The days of the Code du travail. */
final class FrenchHolidays {

    private FrenchHolidays() {}

    static Map<LocalDate, String> metropolitan(int year) {
        LocalDate easter = easter(year);
        Map<LocalDate, String> days = new HashMap<>();
        days.put(LocalDate.of(year, 1, 1), "Jour de l’An");
        days.put(easter.plusDays(1), "Lundi de Pâques");
        days.put(LocalDate.of(year, 5, 1), "Fête du Travail");
        days.put(LocalDate.of(year, 5, 8), "Victoire 1945");
        // In 1997 and 2008 it fell on a day that is one already: the two are one day off.
        days.merge(easter.plusDays(39), "Ascension", (known, ascension) -> known + ", " + ascension);
        days.put(easter.plusDays(50), "Lundi de Pentecôte");
        days.put(LocalDate.of(year, 7, 14), "Fête nationale");
        days.put(LocalDate.of(year, 8, 15), "Assomption");
        days.put(LocalDate.of(year, 11, 1), "Toussaint");
        days.put(LocalDate.of(year, 11, 11), "Armistice 1918");
        days.put(LocalDate.of(year, 12, 25), "Noël");
        return days;
    }

    static Map<LocalDate, String> alsaceMoselle(int year) {
        Map<LocalDate, String> days = metropolitan(year);
        days.put(easter(year).minusDays(2), "Vendredi saint");
        days.put(LocalDate.of(year, 12, 26), "Saint-Étienne");
        return days;
    }

    static IntFunction<Map<LocalDate, String>> overseas(int abolitionMonth, int abolitionDay) {
        return year -> {
            Map<LocalDate, String> days = metropolitan(year);
            days.merge(
                    LocalDate.of(year, abolitionMonth, abolitionDay),
                    "Abolition de l’esclavage",
                    (known, abolition) -> known + ", " + abolition);
            return days;
        };
    }

    /** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int counted = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, counted / 31, counted % 31 + 1);
    }
}
