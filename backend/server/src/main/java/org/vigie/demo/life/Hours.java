package org.vigie.demo.life;

import java.time.LocalTime;
import java.util.SplittableRandom;
import org.vigie.request.Channel;

/** At which time of day a channel brings requests. */
final class Hours {

    /** Half hours of the day, from midnight: 9 to 12 and 13:30 to 17. */
    private static final Draw HOTLINE = new Draw(
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 13, 14, 13, 11, 9, 0, 0, 0, 11, 11, 10, 9, 8, 7,
            5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final Draw ANY_TIME = new Draw(
            2, 1, 1, 1, 0, 0, 0, 0, 0, 1, 2, 3, 5, 8, 12, 18, 22, 22, 20, 18, 17, 17, 18, 22, 26, 26, 22, 18, 16, 16,
            17, 18, 20, 22, 25, 28, 30, 30, 28, 26, 22, 19, 16, 13, 10, 7, 5, 3);

    private static final Draw ON_ROUNDS = hours(8, 16);
    private static final Draw EVENING = hours(18, 21);

    private Hours() {}

    static LocalTime next(Channel channel, boolean urgent, SplittableRandom random) {
        Draw draw = switch (channel) {
            case PHONE -> urgent ? ANY_TIME : HOTLINE;
            case COUNTER, LETTER -> HOTLINE;
            case PATROL -> ON_ROUNDS;
            case COUNCIL -> EVENING;
            default -> ANY_TIME;
        };
        return LocalTime.MIDNIGHT
                .plusMinutes(draw.next(random) * 30L + random.nextInt(30))
                .plusSeconds(random.nextInt(60));
    }

    private static Draw hours(int from, int to) {
        double[] halves = new double[48];
        java.util.Arrays.fill(halves, from * 2, to * 2, 1);
        return new Draw(halves);
    }
}
