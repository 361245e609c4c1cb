package org.vigie.catalogue.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Morocco's paid holidays. The religious ones follow the moon as it is seen: {@code catalogue/moroccan-religious-holidays.csv} has the
 * expected dates, and what the ministry announces goes before them as overrides of the jurisdiction. Years that the file does not
 * have, have no religious holidays.
 */
final class MoroccanHolidays {

    private static final String TABLE = "/catalogue/moroccan-religious-holidays.csv";
    /** The royal decision of May 2023. */
    private static final int AMAZIGH_NEW_YEAR_SINCE = 2024;
    /** Declared on 4 November 2025, after that year's. */
    private static final int UNITY_SINCE = 2026;

    private static final Map<LocalDate, String> RELIGIOUS = read();

    private MoroccanHolidays() {}

    static Map<LocalDate, String> of(int year) {
        Map<LocalDate, String> days = new HashMap<>();
        days.put(LocalDate.of(year, 1, 1), "Nouvel An");
        days.put(LocalDate.of(year, 1, 11), "Manifeste de l’Indépendance");
        days.put(LocalDate.of(year, 5, 1), "Fête du Travail");
        days.put(LocalDate.of(year, 7, 30), "Fête du Trône");
        days.put(LocalDate.of(year, 8, 14), "Allégeance d’Oued Ed-Dahab");
        days.put(LocalDate.of(year, 8, 20), "Révolution du Roi et du Peuple");
        days.put(LocalDate.of(year, 8, 21), "Fête de la Jeunesse");
        days.put(LocalDate.of(year, 11, 6), "Marche Verte");
        days.put(LocalDate.of(year, 11, 18), "Fête de l’Indépendance");
        if (year >= AMAZIGH_NEW_YEAR_SINCE) {
            days.put(LocalDate.of(year, 1, 14), "Nouvel An amazigh");
        }
        if (year >= UNITY_SINCE) {
            days.put(LocalDate.of(year, 10, 31), "Aïd Al Wahda");
        }
        RELIGIOUS.forEach((day, name) -> {
            if (day.getYear() == year) {
                days.merge(day, name, (known, other) -> known + ", " + other);
            }
        });
        return days;
    }

    private static Map<LocalDate, String> read() {
        Map<LocalDate, String> days = new HashMap<>();
        try (InputStream file = Objects.requireNonNull(MoroccanHolidays.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split(",", 2);
                days.put(LocalDate.parse(cells[0]), cells[1]);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return days;
    }
}
