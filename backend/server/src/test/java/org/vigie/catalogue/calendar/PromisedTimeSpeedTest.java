package org.vigie.catalogue.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PromisedTimeSpeedTest {

    private static final int DEADLINES = 200_000;
    private static final Duration EACH_AT_MOST = Duration.ofNanos(50_000);

    /** Ten working days, and 70 working hours, on the hotline's hours with France's holidays, beginning anywhere in three years. */
    @Test
    void aDeadlineTakesLessThanFiftyMicroseconds() {
        WorkCalendar office = TestCalendars.named("OFFICE");
        Duration spent =
                run(office, DEADLINES / 10).compareTo(Duration.ZERO) > 0 ? run(office, DEADLINES) : Duration.ZERO;
        System.out.printf(
                "%d deadlines, %d ns each%n",
                DEADLINES, spent.dividedBy(DEADLINES).toNanos());
        assertThat(spent.dividedBy(DEADLINES)).isPositive().isLessThan(EACH_AT_MOST);
    }

    private static Duration run(WorkCalendar calendar, int deadlines) {
        SplittableRandom random = new SplittableRandom(1);
        PromisedTime days = new PromisedTime(calendar, Length.Unit.WORKING_DAYS);
        PromisedTime hours = new PromisedTime(calendar, Length.Unit.WORKING_HOURS);
        long begun = System.nanoTime();
        for (int n = 0; n < deadlines; n += 2) {
            Instant start = Instant.ofEpochSecond(1_767_225_600L + random.nextInt(3 * 366 * 86_400));
            if (!days.due(start, 10).isAfter(start) || !hours.due(start, 70).isAfter(start)) {
                throw new AssertionError(start);
            }
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
