package org.vigie.catalogue.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * When somebody works. Open is what the clock on the wall says: an hour that summer time skips is never open, one that it repeats is
 * open twice.
 *
 * @param id of a stored one
 * @param name for people: Jours ouvrés
 * @param week hours by weekday; a weekday without an entry is closed
 * @param days that go before the week and before the holidays
 */
public record WorkCalendar(
        Optional<UUID> id,
        String name,
        ZoneId zone,
        Map<DayOfWeek, List<Hours>> week,
        HolidayRule holidays,
        Map<LocalDate, SpecialDay> days) {

    /** No calendar in use is closed for longer; what is, never opens. */
    private static final int LONGEST_CLOSURE_DAYS = 800;

    private static final long SECONDS_A_DAY = 86_400;

    /** @throws IllegalArgumentException when hours of one day overlap */
    public WorkCalendar {
        Map<DayOfWeek, List<Hours>> sorted = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, hours) -> sorted.put(day, inOrder(hours)));
        week = Collections.unmodifiableMap(sorted);
        days = Map.copyOf(days);
    }

    /** Always open. */
    public static WorkCalendar roundTheClock(ZoneId zone) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(Hours.ALL_DAY));
        }
        return new WorkCalendar(Optional.empty(), "", zone, week, HolidayRule.NONE, Map.of());
    }

    /** With what was announced of holidays, where the calendar knows holidays and says nothing else of the day. */
    public WorkCalendar overridden(Map<LocalDate, HolidayOverride> announced) {
        if (holidays == HolidayRule.NONE || announced.isEmpty()) {
            return this;
        }
        Map<LocalDate, SpecialDay> all = new HashMap<>();
        announced.forEach((day, said) -> all.put(
                day,
                new SpecialDay(
                        said.name(), said.isHoliday() ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of()))));
        all.putAll(days);
        return new WorkCalendar(id, name, zone, week, holidays, all);
    }

    /** Closed on holidays, unless the day is a special one. */
    public List<Hours> hoursOn(LocalDate day) {
        SpecialDay special = days.get(day);
        if (special != null) {
            return special.hours();
        }
        List<Hours> usual = week.getOrDefault(day.getDayOfWeek(), List.of());
        return usual.isEmpty() || holidays.on(day).isEmpty() ? usual : List.of();
    }

    /** Whether it opens at all on that day. */
    public boolean isWorkingDay(LocalDate day) {
        return !hoursOn(day).isEmpty();
    }

    /** The opening instant is open, the closing one is not. */
    public boolean isOpen(Instant at) {
        return spansOn(dayOf(at)).stream().anyMatch(span -> span.holds(at));
    }

    /** Whether it is open, and when that changes. Hours that touch, also at midnight, are one. */
    public OpeningState at(Instant now) {
        Instant closes = null;
        LocalDate day = dayOf(now);
        for (int ahead = 0; ahead <= LONGEST_CLOSURE_DAYS; ahead++) {
            for (OpenSpan span : spansOn(day.plusDays(ahead))) {
                if (closes == null && span.from().isAfter(now)) {
                    return new OpeningState(false, span.from(), null);
                }
                if (closes != null && !span.from().equals(closes)) {
                    return new OpeningState(true, null, closes);
                }
                closes = span.to().isAfter(now) ? span.to() : closes;
            }
            if (closes != null && closes.isBefore(startOf(day.plusDays(ahead + 1L)))) {
                return new OpeningState(true, null, closes);
            }
        }
        return new OpeningState(closes != null, null, null);
    }

    LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The open time of a day, in its order. */
    List<OpenSpan> spansOn(LocalDate day) {
        List<Hours> hours = hoursOn(day);
        if (hours.isEmpty()) {
            return List.of();
        }
        List<OpenSpan> spans = new ArrayList<>(hours.size());
        ZoneRules rules = zone.getRules();
        Instant from = startOf(day);
        Instant end = startOf(day.plusDays(1));
        while (from.isBefore(end)) {
            ZoneOffsetTransition change = rules.nextTransition(from);
            Instant to = change == null || !change.getInstant().isBefore(end) ? end : change.getInstant();
            long midnight =
                    day.toEpochDay() * SECONDS_A_DAY - rules.getOffset(from).getTotalSeconds();
            addOpen(hours, midnight, new OpenSpan(from, to), spans);
            from = to;
        }
        return spans;
    }

    /** @param midnight of the day, in seconds of the epoch, by the one offset that holds during {@code within} */
    private static void addOpen(List<Hours> hours, long midnight, OpenSpan within, List<OpenSpan> spans) {
        for (Hours open : hours) {
            long from = Math.max(midnight + open.opensSecond(), within.from().getEpochSecond());
            long to = Math.min(midnight + open.closesSecond(), within.to().getEpochSecond());
            if (from < to) {
                spans.add(new OpenSpan(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to)));
            }
        }
    }

    /** @throws NeverOpens when there is no working day for years */
    LocalDate firstWorkingDayAfter(LocalDate day) {
        for (int ahead = 1; ahead <= LONGEST_CLOSURE_DAYS; ahead++) {
            if (isWorkingDay(day.plusDays(ahead))) {
                return day.plusDays(ahead);
            }
        }
        throw new NeverOpens(name);
    }

    static List<Hours> inOrder(List<Hours> hours) {
        List<Hours> sorted =
                hours.stream().sorted(Comparator.comparing(Hours::opens)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).opensSecond() < sorted.get(i - 1).closesSecond()) {
                throw new IllegalArgumentException(sorted.get(i - 1) + " overlaps " + sorted.get(i));
            }
        }
        return sorted;
    }
}
