package org.vigie.catalogue.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Promised time a second time, and as simply as can be: a tape of minutes, each open or not by what the clock on the wall reads, along
 * which one steps minute by minute. Knows weekdays, times and closed days, and no arithmetic.
 */
final class SteppedTime {

    private final long firstMinute;
    private final int length;
    /** Open during the minute. */
    private final BitSet open = new BitSet();
    /** Minutes of the wall's clock since the epoch, at the beginning of each minute. */
    private final int[] wall;
    /** The date of the minute, as days since the epoch, has an open minute. */
    private final BitSet workingDays = new BitSet();

    SteppedTime(ZoneId zone, Map<DayOfWeek, List<Hours>> week, Set<LocalDate> closed, Instant from, int minutes) {
        this.firstMinute = from.getEpochSecond() / 60;
        this.length = minutes;
        this.wall = new int[minutes];
        for (int minute = 0; minute < minutes; minute++) {
            LocalDateTime reads = LocalDateTime.ofInstant(instant(minute), zone);
            wall[minute] = (int) (reads.toLocalDate().toEpochDay() * 1440)
                    + reads.toLocalTime().toSecondOfDay() / 60;
            if (!closed.contains(reads.toLocalDate())
                    && isOpen(week.getOrDefault(reads.getDayOfWeek(), List.of()), reads.toLocalTime())) {
                open.set(minute);
                workingDays.set(wall[minute] / 1440);
            }
        }
    }

    private static boolean isOpen(List<Hours> hours, LocalTime reads) {
        for (Hours span : hours) {
            if (!reads.isBefore(span.opens()) && reads.isBefore(span.closes())) {
                return true;
            }
        }
        return false;
    }

    Instant instant(int minute) {
        return Instant.ofEpochSecond((firstMinute + minute) * 60);
    }

    int minutes() {
        return length;
    }

    /** The minute at whose beginning so many open ones have passed; the tape's length when it is too short. */
    int worked(int start, int amount) {
        int passed = 0;
        for (int minute = start; minute < length; minute++) {
            if (open.get(minute)) {
                passed++;
            }
            if (passed == amount) {
                return minute + 1;
            }
        }
        return length;
    }

    /** As {@link #worked}, with the minutes of a pause not counted, unless all had passed when it began. */
    int workedWithout(int pausedAt, int resumedAt, int start, int amount) {
        int passed = 0;
        for (int minute = start; minute < length; minute++) {
            boolean paused = minute >= pausedAt && minute < resumedAt;
            if (open.get(minute) && !paused) {
                passed++;
            }
            if (passed == amount) {
                return minute + 1;
            }
        }
        return length;
    }

    int openBetween(int from, int to) {
        int passed = 0;
        for (int minute = from; minute < to; minute++) {
            if (open.get(minute)) {
                passed++;
            }
        }
        return passed;
    }

    /** Steps to the first minute that is open, or the first after one (closing) of the same date. */
    private int beginning(int start) {
        int minute = start;
        while (minute < length && !open.get(minute)) {
            boolean closing = minute == start
                    && minute > 0
                    && open.get(minute - 1)
                    && wall[minute] / 1440 == wall[minute - 1] / 1440;
            if (closing) {
                return minute;
            }
            minute++;
        }
        return minute;
    }

    int workingDays(int start, int amount) {
        int begins = beginning(start);
        int minute = begins;
        for (int n = 0; n < amount && minute < length; n++) {
            int day = wall[minute] / 1440;
            while (minute < length && (wall[minute] / 1440 <= day || !workingDays.get(wall[minute] / 1440))) {
                minute++;
            }
        }
        return minute >= length ? length : onDay(minute, wall[begins] % 1440);
    }

    /** From the first minute of a date to the first that reads that time or later and is open or closing. */
    private int onDay(int firstOfDay, int wanted) {
        int day = wall[firstOfDay] / 1440;
        int time = wall[days(firstOfDay, wanted - wall[firstOfDay] % 1440, 1)] % 1440;
        int lastClosing = firstOfDay;
        for (int minute = firstOfDay; minute < length && wall[minute] / 1440 == day; minute++) {
            boolean inside = open.get(minute) || (minute > firstOfDay && open.get(minute - 1));
            if (inside && wall[minute] % 1440 >= time) {
                return minute;
            }
            lastClosing = open.get(minute) ? minute + 1 : lastClosing;
        }
        return lastClosing;
    }

    /** The first minute that reads the same time so many dates later; unless summer time skips it. */
    int days(int start, int amount) {
        return days(start, amount, 1440);
    }

    private int days(int start, int amount, int minutesEach) {
        int wanted = wall[start] + amount * minutesEach;
        for (int minute = start; minute < length; minute++) {
            if (wall[minute] == wanted) {
                return minute;
            }
            if (wall[minute] > wanted && minute > start && wall[minute - 1] < wanted) {
                // Skipped: as much later as the clock was set forward.
                return minute + (wanted - wall[minute - 1] - 1);
            }
        }
        return length;
    }
}
