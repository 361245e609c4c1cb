package org.vigie.map;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** When somebody picks up the phone, week after week, in the jurisdiction's zone. */
public record OpeningHours(List<Span> spans) {

    /** @param closes {@link LocalTime#MAX} means midnight */
    public record Span(DayOfWeek weekday, LocalTime opens, LocalTime closes) {}

    /**
     * @param opensAt next, when closed now; absent when it never opens
     * @param closesAt when open now
     */
    public record Now(
            boolean open,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt) {}

    private record Interval(Instant from, Instant to) {
        /** The opening instant belongs to it, the closing one does not. */
        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    private static final int DAYS_AHEAD = 8;

    public Now at(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        List<Interval> ahead = IntStream.rangeClosed(-1, DAYS_AHEAD)
                .mapToObj(today::plusDays)
                .flatMap(day -> on(day, zone).stream())
                .toList();
        Optional<Interval> running =
                ahead.stream().filter(interval -> interval.holds(now)).findFirst();
        if (running.isPresent()) {
            return new Now(true, null, end(running.get(), ahead));
        }
        Instant opens = ahead.stream()
                .map(Interval::from)
                .filter(from -> from.isAfter(now))
                .findFirst()
                .orElse(null);
        return new Now(false, opens, null);
    }

    private List<Interval> on(LocalDate day, ZoneId zone) {
        return spans.stream()
                .filter(span -> span.weekday() == day.getDayOfWeek())
                .sorted(java.util.Comparator.comparing(Span::opens))
                .map(span -> new Interval(day.atTime(span.opens()).atZone(zone).toInstant(), closing(day, span, zone)))
                .toList();
    }

    private static Instant closing(LocalDate day, Span span, ZoneId zone) {
        return span.closes().equals(LocalTime.MAX)
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(span.closes()).atZone(zone).toInstant();
    }

    /** Spans that touch are one to the caller. */
    private static Instant end(Interval running, List<Interval> ahead) {
        Instant end = running.to();
        for (Interval next : ahead) {
            if (next.from().equals(end)) {
                end = next.to();
            }
        }
        return end;
    }
}
