package org.vigie.demo.life;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.SplittableRandom;
import org.vigie.request.Channel;

/** Which days are which: weekdays, public holidays of a fixed date, storms. */
final class Almanac {

    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 14),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));

    private static final double[] OFFICE = {1.30, 1.08, 0.98, 0.95, 0.90, 0, 0};
    private static final double[] ANYWHERE = {1.15, 1.05, 1.00, 0.98, 0.95, 0.75, 0.70};
    private static final double STORMY_DAYS = 0.022;

    private Almanac() {}

    static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !HOLIDAYS.contains(MonthDay.from(day));
    }

    static boolean isForTeams(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !HOLIDAYS.contains(MonthDay.from(day));
    }

    static boolean isStormy(LocalDate day) {
        boolean windy = day.getMonthValue() <= 3 || day.getMonthValue() >= 6;
        return windy && new SplittableRandom(day.toEpochDay() * 31).nextDouble() < STORMY_DAYS;
    }

    /** How much comes in on a day by a channel, 1 on an ordinary one. */
    static double weight(LocalDate day, Channel channel) {
        int weekday = day.getDayOfWeek().getValue() - 1;
        boolean workday = isWorkday(day);
        return switch (channel) {
            case PHONE, COUNTER, LETTER, PATROL -> workday ? OFFICE[weekday] : 0;
            case COUNCIL -> workday && (weekday == 1 || weekday == 3) ? 1 : 0;
            default -> ANYWHERE[weekday];
        };
    }
}
