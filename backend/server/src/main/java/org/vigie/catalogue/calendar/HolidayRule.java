package org.vigie.catalogue.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * The public holidays of a territory, by law. What a town closes besides, or opens in spite of them, are special days of its calendars.
 *
 * <p>France: the eleven of the Code du travail, article L3133-1; Alsace-Moselle adds Good Friday and 26 December (L3134-13), the overseas
 * territories their day of the abolition of slavery (L3422-2). Morocco: fixed ones computed, religious ones from a dated table (see
 * {@link MoroccanHolidays}).
 */
public enum HolidayRule {
    NONE(year -> Map.of()),
    FRANCE(FrenchHolidays::metropolitan),
    FRANCE_ALSACE_MOSELLE(FrenchHolidays::alsaceMoselle),
    FRANCE_GUADELOUPE(FrenchHolidays.overseas(5, 27)),
    FRANCE_GUYANE(FrenchHolidays.overseas(6, 10)),
    FRANCE_MARTINIQUE(FrenchHolidays.overseas(5, 22)),
    FRANCE_MAYOTTE(FrenchHolidays.overseas(4, 27)),
    FRANCE_REUNION(FrenchHolidays.overseas(12, 20)),
    FRANCE_SAINT_BARTHELEMY(FrenchHolidays.overseas(10, 9)),
    FRANCE_SAINT_MARTIN(FrenchHolidays.overseas(5, 28)),
    MOROCCO(MoroccanHolidays::of);

    private final IntFunction<Map<LocalDate, String>> computed;
    private final Map<Integer, Map<LocalDate, String>> byYear = new ConcurrentHashMap<>();

    HolidayRule(IntFunction<Map<LocalDate, String>> computed) {
        this.computed = computed;
    }

    /** The holidays of a year by their names in French. */
    public Map<LocalDate, String> of(int year) {
        Map<LocalDate, String> known = byYear.get(year);
        return known != null ? known : byYear.computeIfAbsent(year, computed::apply);
    }

    /** The name of the holiday that the day is. */
    public Optional<String> on(LocalDate day) {
        return Optional.ofNullable(of(day.getYear()).get(day));
    }
}
