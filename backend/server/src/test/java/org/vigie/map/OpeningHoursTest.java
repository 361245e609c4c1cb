package org.vigie.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final OpeningHours OFFICE = new OpeningHours(
            Stream.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
                    .flatMap(day -> Stream.of(span(day, "09:00", "12:00"), span(day, "13:30", "17:00")))
                    .toList());

    @Test
    void isOpenFromTheOpeningInstantToJustBeforeTheClosingOne() {
        assertThat(OFFICE.at(Instant.parse("2026-11-23T08:00:00Z"), PARIS))
                .isEqualTo(new OpeningHours.Now(true, null, Instant.parse("2026-11-23T11:00:00Z")));
        assertThat(OFFICE.at(Instant.parse("2026-11-23T11:00:00Z"), PARIS))
                .isEqualTo(new OpeningHours.Now(false, Instant.parse("2026-11-23T12:30:00Z"), null));
    }

    @Test
    void aWeekendWaitsForMonday() {
        assertThat(OFFICE.at(Instant.parse("2026-11-21T10:00:00Z"), PARIS).opensAt())
                .isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    }

    @Test
    void theHourOfTheClocksChangeIsCountedInLocalTime() {
        // Clocks go forward in the night to Sunday 28 March 2027.
        assertThat(OFFICE.at(Instant.parse("2027-03-27T10:00:00Z"), PARIS).opensAt())
                .isEqualTo(Instant.parse("2027-03-29T07:00:00Z"));
    }

    @Test
    void spansThatTouchAreOne() {
        OpeningHours night = new OpeningHours(List.of(
                new OpeningHours.Span(DayOfWeek.MONDAY, LocalTime.of(20, 0), LocalTime.MAX),
                span(DayOfWeek.TUESDAY, "00:00", "06:00")));
        assertThat(night.at(Instant.parse("2026-11-23T20:00:00Z"), PARIS).closesAt())
                .isEqualTo(Instant.parse("2026-11-24T05:00:00Z"));
    }

    @Test
    void neverOpenHasNoNextOpening() {
        assertThat(new OpeningHours(List.of()).at(Instant.parse("2026-11-23T20:00:00Z"), PARIS))
                .isEqualTo(new OpeningHours.Now(false, null, null));
    }

    private static OpeningHours.Span span(DayOfWeek day, String opens, String closes) {
        return new OpeningHours.Span(day, LocalTime.parse(opens), LocalTime.parse(closes));
    }
}
