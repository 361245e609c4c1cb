package org.vigie.catalogue.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * One million random deadlines, computed and stepped. 250 calendars of five zones, each with random hours (a third with a break, a
 * quarter at night over a change of the clocks), a closed weekday or two, and random closures; 4,000 deadlines on each, beginning at any
 * minute of 2026 and 2027, a fifth of them within two days of a change of the clocks. Lengths: 1 to 600 working minutes (35 %), 1 to 60
 * working hours (20 %), 1 to 15 working days (25 %), 1 to 20 days (10 %), 1 to 2,400 working minutes with a pause of up to 5
 * days (5 %), and what is open between two instants up to 10 days apart (5 %).
 */
class SteppedTimeTest {

    private static final int CALENDARS = 250;
    private static final int EACH = 4_000;
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MINUTES = 2 * 366 * 1440;
    private static final int BUSY = MINUTES - 120 * 1440;
    private static final List<String> ZONES =
            List.of("Europe/Paris", "Africa/Casablanca", "Indian/Reunion", "America/Martinique", "America/Miquelon");

    record Random(WorkCalendar computed, SteppedTime stepped, int[] changes) {}

    @Test
    void computedAndSteppedAgreeOnAMillion() {
        SplittableRandom random = new SplittableRandom(4);
        int compared = 0;
        for (int n = 0; n < CALENDARS; n++) {
            Random calendar = calendar(ZoneId.of(ZONES.get(n % ZONES.size())), random);
            for (int i = 0; i < EACH; i++) {
                compare(calendar, random);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(1_000_000);
    }

    private static void compare(Random calendar, SplittableRandom random) {
        int start = start(calendar, random);
        Instant from = calendar.stepped().instant(start);
        int kind = random.nextInt(20);
        if (kind < 7) {
            int amount = random.nextInt(1, 601);
            same(
                    calendar,
                    from,
                    amount,
                    Length.Unit.WORKING_MINUTES,
                    calendar.stepped().worked(start, amount));
        } else if (kind < 11) {
            int amount = random.nextInt(1, 61);
            same(
                    calendar,
                    from,
                    amount,
                    Length.Unit.WORKING_HOURS,
                    calendar.stepped().worked(start, amount * 60));
        } else if (kind < 16) {
            int amount = random.nextInt(1, 16);
            same(
                    calendar,
                    from,
                    amount,
                    Length.Unit.WORKING_DAYS,
                    calendar.stepped().workingDays(start, amount));
        } else if (kind < 18) {
            int amount = random.nextInt(1, 21);
            same(calendar, from, amount, Length.Unit.DAYS, calendar.stepped().days(start, amount));
        } else if (kind < 19) {
            paused(calendar, start, random);
        } else {
            open(calendar, start, start + random.nextInt(0, 14_400));
        }
    }

    private static void paused(Random calendar, int start, SplittableRandom random) {
        int amount = random.nextInt(1, 2_401);
        int pausedAt = start + random.nextInt(0, 7_200);
        int resumedAt = pausedAt + random.nextInt(0, 7_200);
        SteppedTime tape = calendar.stepped();
        PromisedTime time = new PromisedTime(calendar.computed(), Length.Unit.WORKING_MINUTES);
        Instant due =
                time.afterPause(time.due(tape.instant(start), amount), tape.instant(pausedAt), tape.instant(resumedAt));
        int stepped = tape.workedWithout(pausedAt, resumedAt, start, amount);
        if (!due.equals(tape.instant(stepped))) {
            throw new AssertionError("%s + %d, paused %s to %s: computed %s, stepped %s on %s"
                    .formatted(
                            tape.instant(start),
                            amount,
                            tape.instant(pausedAt),
                            tape.instant(resumedAt),
                            due,
                            tape.instant(stepped),
                            calendar.computed()));
        }
    }

    private static void open(Random calendar, int from, int until) {
        SteppedTime tape = calendar.stepped();
        Duration open = new PromisedTime(calendar.computed(), Length.Unit.WORKING_HOURS)
                .counted(tape.instant(from), tape.instant(until));
        if (open.toMinutes() != tape.openBetween(from, until)) {
            throw new AssertionError("open from %s until %s: %s, stepped %d on %s"
                    .formatted(
                            tape.instant(from),
                            tape.instant(until),
                            open,
                            tape.openBetween(from, until),
                            calendar.computed()));
        }
    }

    private static void same(Random calendar, Instant from, int amount, Length.Unit unit, int stepped) {
        Instant due = new PromisedTime(calendar.computed(), unit).due(from, amount);
        if (stepped >= MINUTES || !due.equals(calendar.stepped().instant(stepped))) {
            ZoneId zone = calendar.computed().zone();
            throw new AssertionError("%s + %d %s: computed %s, stepped %s on %s"
                    .formatted(
                            from.atZone(zone),
                            amount,
                            unit,
                            due.atZone(zone),
                            calendar.stepped().instant(stepped).atZone(zone),
                            calendar.computed()));
        }
    }

    private static int start(Random calendar, SplittableRandom random) {
        if (random.nextInt(5) > 0 || calendar.changes().length == 0) {
            return random.nextInt(1, BUSY);
        }
        int change = calendar.changes()[random.nextInt(calendar.changes().length)];
        return Math.clamp(change + random.nextInt(-2880, 2880), 1, BUSY);
    }

    private static Random calendar(ZoneId zone, SplittableRandom random) {
        List<Hours> hours = hours(random);
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, hours);
        }
        week.put(DayOfWeek.SUNDAY, random.nextBoolean() ? List.of() : hours(random));
        week.put(DayOfWeek.SATURDAY, random.nextBoolean() ? List.of() : hours(random));
        Set<LocalDate> closed = new HashSet<>();
        Map<LocalDate, SpecialDay> days = new HashMap<>();
        for (int n = 0; n < 60; n++) {
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(730));
            closed.add(day);
            days.put(day, new SpecialDay("fermé", List.of()));
        }
        return new Random(
                new WorkCalendar(Optional.empty(), "", zone, week, HolidayRule.NONE, days),
                new SteppedTime(zone, week, closed, FROM, MINUTES),
                changes(zone));
    }

    private static List<Hours> hours(SplittableRandom random) {
        if (random.nextInt(4) == 0) {
            return TestCalendars.hours(
                    "00:00-0%d:%02d".formatted(random.nextInt(3, 8), random.nextInt(60)), "21:00-24:00");
        }
        LocalTime opens = LocalTime.of(random.nextInt(6, 10), random.nextInt(4) * 15);
        LocalTime closes = LocalTime.of(random.nextInt(16, 24), random.nextInt(60));
        if (random.nextInt(3) > 0) {
            return List.of(new Hours(opens, closes));
        }
        LocalTime noon = LocalTime.of(random.nextInt(11, 13), random.nextInt(60));
        return List.of(new Hours(opens, noon), new Hours(noon.plusMinutes(random.nextInt(1, 120)), closes));
    }

    /** The minutes at which the clocks are changed. */
    private static int[] changes(ZoneId zone) {
        List<Integer> minutes = new ArrayList<>();
        Instant end = FROM.plus(Duration.ofMinutes(BUSY));
        for (var change = zone.getRules().nextTransition(FROM);
                change != null && change.getInstant().isBefore(end);
                change = zone.getRules().nextTransition(change.getInstant())) {
            minutes.add((int) Duration.between(FROM, change.getInstant()).toMinutes());
        }
        return minutes.stream().mapToInt(Integer::intValue).toArray();
    }
}
