package org.vigie.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.vigie.catalogue.calendar.Length;
import org.vigie.catalogue.calendar.PromisedTime;
import org.vigie.catalogue.calendar.WorkCalendar;

/** How long a calendar was open between two instants, asked for many: whole days are counted once. For one thread. */
final class OpenTime {

    private final PromisedTime time;
    private final ZoneId zone;
    private final LocalDate epoch;
    private final Map<LocalDate, Long> openBefore = new HashMap<>();
    private LocalDate counted;
    private long sum;

    /** @param first nothing is asked of an earlier day */
    OpenTime(WorkCalendar calendar, LocalDate first) {
        this.time = new PromisedTime(calendar, Length.Unit.WORKING_MINUTES);
        this.zone = calendar.zone();
        this.epoch = first;
        this.counted = first;
        this.openBefore.put(first, 0L);
    }

    /** Whole seconds; calendars open and close at whole minutes. */
    long seconds(Instant from, Instant to) {
        return (microsUntil(to) - microsUntil(from)) / 1_000_000;
    }

    private long microsUntil(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        if (day.isBefore(epoch)) {
            throw new IllegalArgumentException(day + " is before " + epoch);
        }
        while (counted.isBefore(day)) {
            LocalDate next = counted.plusDays(1);
            sum += micros(start(counted), start(next));
            counted = next;
            openBefore.put(next, sum);
        }
        return openBefore.getOrDefault(day, 0L) + micros(start(day), at);
    }

    private long micros(Instant from, Instant to) {
        return time.counted(from, to).toNanos() / 1000;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
