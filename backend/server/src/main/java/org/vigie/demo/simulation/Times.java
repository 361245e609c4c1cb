package org.vigie.demo.simulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;

/** When people get round to what they do. */
final class Times {

    private static final int OPENS = 8;
    private static final int CLOSES = 17;

    private final ZoneId zone;
    private final SplittableRandom random;

    Times(ZoneId zone, SplittableRandom random) {
        this.zone = zone;
        this.random = random;
    }

    /** After about that long, at whatever hour: half of the times between 0.7 and 1.4 times as much. */
    Instant soon(Instant after, Duration about) {
        double factor = StrictMath.exp(0.5 * random.nextGaussian());
        return after.plusMillis((long) (about.toMillis() * factor) + 1_000);
    }

    /** As {@link #soon}, and not before people are at work: Monday to Friday, eight to five. */
    Instant atWork(Instant after, Duration about) {
        ZonedDateTime at = soon(after, about).atZone(zone);
        boolean moved = false;
        while (isOff(at)) {
            at = at.plusDays(at.getHour() >= CLOSES || isWeekend(at) ? 1 : 0)
                    .withHour(OPENS)
                    .withMinute(0);
            moved = true;
        }
        return moved ? at.plusMinutes(random.nextInt(50)).toInstant() : at.toInstant();
    }

    private static boolean isOff(ZonedDateTime at) {
        return isWeekend(at) || at.getHour() < OPENS || at.getHour() >= CLOSES;
    }

    private static boolean isWeekend(ZonedDateTime at) {
        return at.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
