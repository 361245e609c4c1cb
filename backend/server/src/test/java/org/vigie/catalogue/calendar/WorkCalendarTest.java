package org.vigie.catalogue.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    /** B1, X4, A1: the hours that Bourges, Châlons and Auxerre print. */
    @ParameterizedTest
    @CsvSource({
        "OFFICE, 2026-11-23T12:30, false, 2026-11-23T13:30",
        "OFFICE, 2026-11-23T13:30, true, 2026-11-23T17:00",
        "OFFICE, 2026-11-23T11:59, true, 2026-11-23T12:00",
        "OFFICE, 2026-11-23T12:00, false, 2026-11-23T13:30",
        "OFFICE, 2026-11-11T10:00, false, 2026-11-12T09:00",
        "OFFICE, 2026-12-24T17:00, false, 2026-12-28T09:00",
        "OFFICE, 2026-12-31T20:00, false, 2027-01-04T09:00",
        "DAY, 2026-11-23T12:30, true, 2026-11-23T17:00",
        "DAY, 2026-11-20T17:00, false, 2026-11-23T09:00",
        "FREEPHONE, 2026-11-23T08:29, false, 2026-11-23T08:30",
        "FREEPHONE, 2026-11-23T12:15, false, 2026-11-23T13:30",
        "FREEPHONE, 2026-11-23T17:59, true, 2026-11-23T18:00",
        "TOWN, 2026-12-24T13:00, false, 2026-12-26T09:00",
        "TOWN, 2026-05-13T18:00, false, 2026-05-16T09:00",
        "TOWN, 2026-11-11T13:00, false, 2026-11-11T14:00",
        "NIGHT, 2026-11-23T23:00, true, 2026-11-24T06:00",
        "ALSACE, 2026-04-03T10:00, false, 2026-04-07T09:00"
    })
    void tellsWhetherItIsOpenAndWhenThatChanges(String name, LocalDateTime at, boolean open, LocalDateTime changes) {
        WorkCalendar calendar = TestCalendars.named(name);
        Instant now = at.atZone(calendar.zone()).toInstant();
        Instant then = changes.atZone(calendar.zone()).toInstant();
        assertThat(calendar.at(now)).isEqualTo(new OpeningState(open, open ? null : then, open ? then : null));
        assertThat(calendar.isOpen(now)).isEqualTo(open);
    }

    @Test
    void roundTheClockNeverClosesAndWithoutHoursItNeverOpens() {
        Instant now = Instant.parse("2026-11-23T12:30:00Z");
        WorkCalendar never = TestCalendars.of(TestCalendars.PARIS, HolidayRule.NONE, Map.of());
        assertThat(TestCalendars.named("ALWAYS").at(now)).isEqualTo(new OpeningState(true, null, null));
        assertThat(never.at(now)).isEqualTo(new OpeningState(false, null, null));
        assertThatThrownBy(() -> new PromisedTime(never, Length.Unit.WORKING_HOURS).due(now, 1))
                .isInstanceOf(NeverOpens.class);
        assertThatThrownBy(() -> new PromisedTime(never, Length.Unit.WORKING_DAYS).due(now, 1))
                .isInstanceOf(NeverOpens.class);
    }

    @Test
    void hoursThatOverlapAreRefused() {
        Map<DayOfWeek, List<Hours>> week = Map.of(DayOfWeek.MONDAY, TestCalendars.hours("09:00-12:00", "11:59-14:00"));
        assertThatThrownBy(() -> TestCalendars.of(TestCalendars.PARIS, HolidayRule.NONE, week))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TestCalendars.hours("12:00-12:00")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // A9: alarm at 30 minutes, breach at 60.
        "ALWAYS, MINUTES, 60, 2026-11-22T02:00, MINUTES_AFTER, 30, 2026-11-22T02:30",
        "ALWAYS, MINUTES, 60, 2026-11-22T02:00, MINUTES_BEFORE, 15, 2026-11-22T02:45",
        "ALWAYS, MINUTES, 60, 2026-11-22T02:00, SHARE, 75, 2026-11-22T02:45",
        "ALWAYS, MINUTES, 60, 2026-11-22T02:00, MINUTES_BEFORE, 90, 2026-11-22T02:00",
        "ALWAYS, MINUTES, 60, 2026-11-22T02:00, MINUTES_AFTER, 90, 2026-11-22T03:00",
        "ALWAYS, DAYS, 10, 2026-10-20T08:00, SHARE, 80, 2026-10-28T08:00",
        // 16 open hours, 12 of them: Friday 17:00 to Tuesday 13:00.
        "DAY, WORKING_DAYS, 2, 2026-11-20T17:00, SHARE, 75, 2026-11-24T13:00",
        // An hour before Monday 9:30 is Friday 16:30.
        "DAY, WORKING_HOURS, 2, 2026-11-20T15:30, MINUTES_BEFORE, 60, 2026-11-20T16:30",
        "OFFICE, WORKING_HOURS, 6, 2026-11-23T09:00, SHARE, 50, 2026-11-23T12:00"
    })
    void warnsAsTheLengthIsCounted(
            String name,
            Length.Unit unit,
            int amount,
            LocalDateTime start,
            Warning.Kind kind,
            int value,
            LocalDateTime warns) {
        WorkCalendar calendar = TestCalendars.named(name);
        PromisedTime time = new PromisedTime(calendar, unit);
        Instant from = start.atZone(calendar.zone()).toInstant();
        assertThat(time.warnsAt(from, time.due(from, amount), new Warning(kind, value)))
                .isEqualTo(warns.atZone(calendar.zone()).toInstant());
    }
}
