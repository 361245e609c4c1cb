package org.vigie.demo.life;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/** Identifiers of version 7 for what happened in the past: they sort by time, then in the order in which they were asked for. */
final class OrderedIds {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SplittableRandom random;
    private int asked;

    OrderedIds(SplittableRandom random) {
        this.random = random;
    }

    UUID next(Instant at) {
        long order = asked++ & 0xFFF;
        return new UUID(at.toEpochMilli() << 16 | VERSION | order, VARIANT | random.nextLong() >>> 2);
    }
}
