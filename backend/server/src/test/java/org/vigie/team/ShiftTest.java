package org.vigie.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Shifts by the clock on the wall, through both changes of summer time. */
class ShiftTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Shift NIGHT = daily("NUIT", LocalTime.of(19, 0), LocalTime.of(7, 0));
    private static final Shift DAY = daily("JOUR", LocalTime.of(7, 0), LocalTime.of(19, 0));

    @Test
    void aNightLastsElevenHoursWhenClocksGoForwardAndThirteenWhenTheyGoBack() {
        assertThat(minutesFrom("2026-03-28T12:00:00Z")).isEqualTo(11 * 60);
        assertThat(minutesFrom("2026-10-24T12:00:00Z")).isEqualTo(13 * 60);
        assertThat(minutesFrom("2026-06-01T12:00:00Z")).isEqualTo(12 * 60);
    }

    @Test
    void theHourThatIsRepeatedBelongsToItsShiftBothTimes() {
        Shift early = daily("TOT", LocalTime.of(2, 0), LocalTime.of(3, 0));
        assertThat(early.holdsAt(Instant.parse("2026-10-25T00:30:00Z").atZone(PARIS)))
                .isTrue();
        assertThat(early.holdsAt(Instant.parse("2026-10-25T01:30:00Z").atZone(PARIS)))
                .isTrue();
        assertThat(early.holdsAt(Instant.parse("2026-03-29T01:30:00Z").atZone(PARIS)))
                .isFalse();
    }

    @Test
    void aSpanThatEndsWhenItStartsIsAWholeDay() {
        Shift sunday = new Shift(
                UUID.randomUUID(),
                "D",
                "Dimanche",
                List.of(new Shift.Span(DayOfWeek.SUNDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
        LocalDate day = LocalDate.of(2026, 11, 22);
        assertThat(sunday.holdsAt(day.atStartOfDay(PARIS))).isTrue();
        assertThat(sunday.holdsAt(day.plusDays(1).atStartOfDay(PARIS).minusNanos(1)))
                .isTrue();
        assertThat(sunday.holdsAt(day.plusDays(1).atStartOfDay(PARIS))).isFalse();
        assertThat(sunday.holdsAt(day.atStartOfDay(PARIS).minusNanos(1))).isFalse();
    }

    @Property(tries = 500)
    void dayAndNightShareEveryInstantBetweenThemWithoutGapOrOverlap(
            @ForAll("instants") Instant at, @ForAll("zones") ZoneId zone) {
        assertThat(DAY.holdsAt(at.atZone(zone))).isNotEqualTo(NIGHT.holdsAt(at.atZone(zone)));
    }

    @Property(tries = 500)
    void aShiftHoldsByTheClockOnTheWallWhateverTheZone(@ForAll("instants") Instant at, @ForAll("zones") ZoneId zone) {
        int hour = at.atZone(zone).getHour();
        assertThat(NIGHT.holdsAt(at.atZone(zone))).isEqualTo(hour >= 19 || hour < 7);
    }

    @Property(tries = 500)
    void theDayOfANightIsTheOneOnWhichItBegan(@ForAll("instants") Instant at, @ForAll("zones") ZoneId zone) {
        LocalDate today = at.atZone(zone).toLocalDate();
        int hour = at.atZone(zone).getHour();
        NIGHT.dayAt(at.atZone(zone)).ifPresent(day -> assertThat(day).isEqualTo(hour < 7 ? today.minusDays(1) : today));
    }

    /** About the changes of summer time, to the second. */
    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.of(
                        "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", "2027-04-04T15:00:00Z", "2026-06-01T00:00:00Z")
                .map(Instant::parse)
                .flatMap(change ->
                        Arbitraries.integers().between(-200_000, 200_000).map(change::plusSeconds));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Europe/Paris", "Africa/Casablanca", "America/Martinique", "Australia/Lord_Howe", "UTC")
                .map(ZoneId::of);
    }

    /** How long the first night after an instant lasts. */
    private static int minutesFrom(String noon) {
        Instant at = Instant.parse(noon);
        int minutes = 0;
        for (int i = 0; i < 24 * 60; i++) {
            minutes += NIGHT.holdsAt(at.plusSeconds(i * 60L).atZone(PARIS)) ? 1 : 0;
        }
        return minutes;
    }

    private static Shift daily(String code, LocalTime starts, LocalTime ends) {
        return new Shift(
                UUID.randomUUID(),
                code,
                code,
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Shift.Span(day, starts, ends))
                        .toList());
    }
}
