package org.vigie.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When teams are out: Monday to Saturday from 7:30 to 16:30. */
final class WorkingTime {

    private static final LocalTime STARTS = LocalTime.of(7, 30);
    private static final LocalTime ENDS = LocalTime.of(16, 30);

    private final ZoneId zone;

    WorkingTime(ZoneId zone) {
        this.zone = zone;
    }

    /** The first working moment that is not before the given one. What falls outside comes as much later as the night is deep. */
    Instant fit(Instant wanted) {
        ZonedDateTime at = wanted.atZone(zone);
        if (isWorking(at)) {
            return wanted;
        }
        ZonedDateTime next = at.toLocalTime().isBefore(STARTS) ? at : at.plusDays(1);
        while (!Almanac.isForTeams(next.toLocalDate())) {
            next = next.plusDays(1);
        }
        long spread = Math.floorMod(wanted.getEpochSecond(), Duration.ofHours(7).toSeconds());
        return next.toLocalDate().atTime(STARTS).atZone(zone).toInstant().plusSeconds(spread);
    }

    private static boolean isWorking(ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        return Almanac.isForTeams(at.toLocalDate()) && !time.isBefore(STARTS) && time.isBefore(ENDS);
    }
}
