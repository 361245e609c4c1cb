package org.vigie.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.team.Attendance.Said;
import org.vigie.team.Attendance.State;

class AttendanceTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** A Friday. */
    private static final ZonedDateTime FRIDAY_TEN = at("2026-11-27T10:00");

    private static final UUID ANNE = UUID.randomUUID();

    private final Map<UUID, List<Shift>> shifts = new HashMap<>();
    private final Map<UUID, Said> said = new HashMap<>();
    private final Map<UUID, List<Absences.Absence>> absences = new HashMap<>();

    @Test
    void whoeverHasNoShiftIsAlwaysExpected() {
        assertThat(next(FRIDAY_TEN)).isEqualTo("2026-11-27T10:00");
        assertThat(next(at("2026-11-29T03:00"))).isEqualTo("2026-11-29T03:00");
    }

    @Test
    void outsideTheShiftTheNextOneCountsByTheClockOnTheWall() {
        office();
        assertThat(next(FRIDAY_TEN)).isEqualTo("2026-11-27T10:00");
        assertThat(next(at("2026-11-27T12:30"))).isEqualTo("2026-11-27T13:30");
        assertThat(next(at("2026-11-27T17:00"))).isEqualTo("2026-11-30T09:00");
        assertThat(next(at("2027-03-27T12:00"))).isEqualTo("2027-03-29T09:00");
    }

    @Test
    void whatOneSaysOfOneselfGoesBeforeTheShiftWhileItHolds() {
        office();
        said.put(ANNE, new Said(State.AWAY, at("2026-11-27T14:00").toInstant()));
        assertThat(next(FRIDAY_TEN)).isEqualTo("2026-11-27T14:00");
        assertThat(attendance().isOnDuty(ANNE, at("2026-11-27T14:00"))).isTrue();
        said.put(ANNE, new Said(State.AWAY, at("2026-11-28T00:00").toInstant()));
        assertThat(next(FRIDAY_TEN)).isEqualTo("2026-11-30T09:00");
        said.put(ANNE, new Said(State.PRESENT, at("2026-11-29T00:00").toInstant()));
        assertThat(next(at("2026-11-28T11:00"))).isEqualTo("2026-11-28T11:00");
        assertThat(next(at("2026-11-29T00:00"))).isEqualTo("2026-11-30T09:00");
    }

    @Test
    void anAbsentPersonIsNextOnTheFirstWorkingDayAfterAndNobodyIsWaitedForLongerThanFourWeeks() {
        office();
        away("2026-11-27", "2026-12-01");
        assertThat(next(FRIDAY_TEN)).isEqualTo("2026-12-02T09:00");
        away("2026-11-20", "2026-12-24");
        assertThat(next(FRIDAY_TEN)).isEqualTo("none");
        shifts.clear();
        away("2026-11-27", "2026-11-27");
        assertThat(next(FRIDAY_TEN)).isEqualTo("2026-11-28T00:00");
    }

    @Test
    void anAbsenceIsLongWhenEachOfTheDaysIsCovered() {
        away("2026-11-27", "2026-12-03");
        LocalDate friday = FRIDAY_TEN.toLocalDate();
        assertThat(attendance().isAbsentFor(ANNE, friday, 7)).isTrue();
        assertThat(attendance().isAbsentFor(ANNE, friday, 8)).isFalse();
        assertThat(attendance().isAbsentFor(ANNE, friday.minusDays(1), 2)).isFalse();
    }

    private void office() {
        List<Shift.Span> spans = List.of(DayOfWeek.values()).subList(0, 5).stream()
                .flatMap(day -> List.of(
                        new Shift.Span(day, LocalTime.of(9, 0), LocalTime.of(12, 0)),
                        new Shift.Span(day, LocalTime.of(13, 30), LocalTime.of(17, 0)))
                        .stream())
                .toList();
        shifts.put(ANNE, List.of(new Shift(UUID.randomUUID(), "ACCUEIL", "accueil", spans)));
    }

    private void away(String first, String last) {
        absences.put(ANNE, List.of(new Absences.Absence(ANNE, null, LocalDate.parse(first), LocalDate.parse(last))));
    }

    private String next(ZonedDateTime from) {
        return attendance()
                .nextOnDuty(ANNE, from)
                .map(found -> found.toLocalDateTime().toString())
                .orElse("none");
    }

    private Attendance attendance() {
        return new Attendance(shifts, said, new Absences(absences, Map.of()));
    }

    private static ZonedDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(PARIS);
    }
}
