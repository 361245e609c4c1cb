package org.vigie.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.vigie.catalogue.Commitment;
import org.vigie.request.Deadline;
import org.vigie.request.Deadlines;
import org.vigie.request.Place;
import org.vigie.team.Team;
import org.vigie.team.TeamChoice;

/**
 * What will become of an arrival.
 *
 * @param index its place among all, from 0
 * @param takenAt when somebody says that it is theirs
 * @param startedAt when they set out
 * @param onSiteAt when they arrive
 * @param endedAt when it is repaired, answered, refused
 */
record Plan(
        int index,
        Arrival arrival,
        Spot spot,
        Place place,
        TeamChoice choice,
        Ending ending,
        Instant takenAt,
        Instant startedAt,
        Instant onSiteAt,
        Instant endedAt) {

    private static final Duration LEAST = Duration.ofMinutes(4);

    /** How it ends. */
    enum Ending {
        DONE,
        ANSWERED,
        FORWARDED,
        REJECTED,
        DUPLICATE,
        REOPENED
    }

    /** The same whenever it is asked: what else is drawn about this one. */
    SplittableRandom random() {
        return new SplittableRandom(index * 0x9E3779B97F4A7C15L + 7);
    }

    Team team() {
        return choice.team();
    }

    boolean isOpenAt(Instant now) {
        return endedAt.isAfter(now);
    }

    /** Whether it may be given another course without a contradiction. */
    boolean isOrdinary() {
        boolean plain = ending == Ending.DONE || ending == Ending.ANSWERED;
        return plain && !arrival.category().isUrgent();
    }

    /** The earliest promise that only the end keeps. */
    Instant dueAt() {
        return Deadlines.from(arrival.category().promises(), arrival.at()).stream()
                .filter(deadline -> deadline.commitment() != Commitment.ACKNOWLEDGE)
                .map(Deadline::dueAt)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** When the first repair, which does not hold, is done. */
    Instant firstEndedAt() {
        return onSiteAt.plus(Duration.between(onSiteAt, endedAt).dividedBy(3));
    }

    /** Ends at another time; what went before is moved out of its way. */
    Plan endingAt(Instant end) {
        Instant onSite = earlier(onSiteAt, end.minus(LEAST));
        Instant started = earlier(startedAt, onSite.minus(LEAST));
        return with(earlier(takenAt, started.minus(LEAST)), started, onSite, end);
    }

    Plan numbered(int next) {
        return new Plan(next, arrival, spot, place, choice, ending, takenAt, startedAt, onSiteAt, endedAt);
    }

    /** Is taken, begun and reached at these times, in this order. */
    Plan with(Instant taken, Instant started, Instant onSite, Instant end) {
        Instant first = later(taken, arrival.at().plusSeconds(60));
        Instant second = later(started, first.plusSeconds(60));
        Instant third = later(onSite, second.plusSeconds(60));
        Instant last = later(end, third.plusSeconds(60));
        return new Plan(index, arrival, spot, place, choice, ending, first, second, third, last);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
