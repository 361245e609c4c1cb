package org.vigie.features.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Written faster, but the same. */
class InstantTextTest {

    private final Random random = new Random(28);

    @Test
    void anyInstantIsWrittenAsTheJdkWritesIt() {
        for (int i = 0; i < 100_000; i++) {
            long second = random.nextLong(-100_000_000_000L, 300_000_000_000L);
            int nanos = random.nextInt(1_000_000_000);
            for (int fraction : List.of(0, nanos, nanos / 1_000 * 1_000, nanos / 1_000_000 * 1_000_000)) {
                same(Instant.ofEpochSecond(second, fraction));
            }
        }
    }

    @Test
    void theEdgesAreWrittenAsTheJdkWritesThem() {
        for (String at : List.of(
                "0000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59.999Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "1970-01-01T00:00:00Z",
                "2024-02-29T12:00:00.001Z")) {
            same(Instant.parse(at));
        }
        same(Instant.MIN);
        same(Instant.MAX);
    }

    private static void same(Instant at) {
        assertThat(InstantText.of(at)).isEqualTo(at.toString());
    }
}
