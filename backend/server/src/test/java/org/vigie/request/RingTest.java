package org.vigie.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.catalogue.Commitment;

class RingTest {

    private static final Deadline TEN_HOURS = new Deadline(
            Commitment.RESOLVE,
            Instant.parse("2026-11-22T08:00:00Z"),
            Instant.parse("2026-11-22T18:00:00Z"),
            Optional.empty());

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
}
