package org.vigie.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.Promise;
import org.vigie.catalogue.calendar.Length;

class RingTest {

    private static final Deadline TEN_HOURS = Deadline.begin(
            Commitment.RESOLVE,
            Promise.roundTheClock(10, Length.Unit.HOURS, ZoneOffset.UTC),
            Instant.parse("2026-11-22T08:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T08:00:00Z, 1.0, false",
        "2026-11-22T13:00:00Z, 0.5, false",
        "2026-11-22T17:59:59Z, 0.0, false",
        "2026-11-22T18:00:00Z, 0.0, false",
        "2026-11-22T18:00:01Z, 0.0, true",
        "2026-11-22T07:00:00Z, 1.0, false"
    })
    void showsTheShareOfThePromisedTimeThatIsLeft(Instant now, double left, boolean late) {
        Ring ring = Ring.of(TEN_HOURS, now);
        assertThat(ring.left()).isCloseTo(left, org.assertj.core.data.Offset.offset(0.001));
        assertThat(ring.late()).isEqualTo(late);
    }

    @Test
    void standsStillWhilePausedAndIsNeverLateThen() {
        Ring ring = Ring.of(
                TEN_HOURS.pausedFrom(Instant.parse("2026-11-22T13:00:00Z")), Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(ring.left()).isEqualTo(0.5);
        assertThat(ring.late()).isFalse();
    }
}
