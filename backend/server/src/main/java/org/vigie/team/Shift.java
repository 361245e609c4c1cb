package org.vigie.team;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Hours of the week, by the clock on the wall. An hour that the end of summer time repeats belongs to it both times; one that its
 * beginning skips is missing from it.
 */
public record Shift(UUID id, String code, String name, List<Span> spans) {

    /**
     * Hours of one weekday.
     *
     * @param starts included; {@code ends} is not, and when it is not after {@code starts} it is on the next day
     */
    public record Span(DayOfWeek weekday, LocalTime starts, LocalTime ends) {

        /** The day on which the span began that is running then. */
        Optional<LocalDate> dayAt(LocalDateTime local) {
            LocalDate today = local.toLocalDate();
            LocalTime time = local.toLocalTime();
            boolean overnight = !ends.isAfter(starts);
            if (today.getDayOfWeek() == weekday && !time.isBefore(starts) && (overnight || time.isBefore(ends))) {
                return Optional.of(today);
            }
            LocalDate yesterday = today.minusDays(1);
            return overnight && yesterday.getDayOfWeek() == weekday && time.isBefore(ends)
                    ? Optional.of(yesterday)
                    : Optional.empty();
        }
    }

    public Shift {
        spans = List.copyOf(spans);
    }

    public boolean holdsAt(ZonedDateTime at) {
        return dayAt(at).isPresent();
    }

    /** The day on which the span began that is running then; of several, the latest. */
    Optional<LocalDate> dayAt(ZonedDateTime at) {
        LocalDateTime local = at.toLocalDateTime();
        return spans.stream().flatMap(span -> span.dayAt(local).stream()).max(LocalDate::compareTo);
    }
}
