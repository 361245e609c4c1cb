package org.vigie.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Makes the present worth looking at, whatever the hour: as much open, late and due today as on an ordinary day, some of it not yet
 * taken, some teams on their way, and something urgent under way.
 */
final class Balance {

    private static final int LATE = 8;
    private static final int DUE_TODAY = 8;
    private static final int OPEN = 112;
    private static final int NOT_TAKEN = 11;
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<Plan> plans;
    private final Instant now;
    private final Instant midnight;
    private final Instant recently;

    private Balance(List<Plan> plans, Instant now, ZoneId zone) {
        this.plans = plans;
        this.now = now;
        this.midnight =
                now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        this.recently = now.minus(Duration.ofDays(16));
    }

    /** Changes the list in place. */
    static void strike(List<Plan> plans, Instant now, ZoneId zone) {
        Balance balance = new Balance(plans, now, zone);
        balance.adjust(LATE, plan -> plan.dueAt().isBefore(now));
        balance.adjust(
                DUE_TODAY, plan -> !plan.dueAt().isBefore(now) && plan.dueAt().isBefore(balance.midnight));
        balance.adjust(OPEN - LATE - DUE_TODAY, plan -> !plan.dueAt().isBefore(balance.midnight));
        balance.keepSomeUntaken();
        balance.sendTeamsOut();
        balance.hurry();
    }

    /** Ends what is too many just before now, and lets what ended lately go on where there is too little. */
    private void adjust(int wanted, Predicate<Plan> kind) {
        List<Plan> open = lately(plan -> plan.isOpenAt(now) && kind.test(plan));
        for (int i = wanted; i < open.size(); i++) {
            Plan plan = open.get(i);
            Duration age = Duration.between(plan.arrival().at(), now);
            replace(plan, plan.endingAt(now.minus(age.dividedBy(3 + plan.index() % 5))));
        }
        lately(plan -> !plan.isOpenAt(now) && plan.isOrdinary() && kind.test(plan)).stream()
                .limit(Math.max(0, wanted - open.size()))
                .forEach(plan -> replace(plan, goingOn(plan)));
    }

    private Plan goingOn(Plan plan) {
        Instant end = now.plus(Duration.ofHours(3 + plan.index() % 40));
        boolean begun = plan.index() % 6 == 0;
        return begun
                ? plan.with(plan.takenAt(), plan.startedAt(), plan.onSiteAt(), end)
                : plan.with(plan.takenAt(), end.minus(HOUR), end.minus(Duration.ofMinutes(45)), end);
    }

    /** Newest first. */
    private List<Plan> lately(Predicate<Plan> kind) {
        return plans.stream()
                .filter(plan -> plan.arrival().at().isAfter(recently) || plan.isOpenAt(now))
                .filter(kind)
                .sorted(Comparator.comparingInt(Plan::index).reversed())
                .toList();
    }

    private void keepSomeUntaken() {
        List<Plan> open =
                lately(plan -> plan.isOpenAt(now) && !plan.arrival().category().isUrgent());
        open.stream().limit(NOT_TAKEN).forEach(plan -> {
            Instant taken = now.plus(Duration.ofMinutes(20 + plan.index() % 90));
            Instant started = taken.plus(Duration.ofHours(2 + plan.index() % 30));
            replace(plan, plan.with(taken, started, started.plusSeconds(900), started.plus(HOUR)));
        });
    }

    /** Each team that has something to do is at it or on its way. */
    private void sendTeamsOut() {
        Set<UUID> out = new HashSet<>();
        List<Plan> waiting = lately(plan -> plan.isOpenAt(now)
                && plan.isOrdinary()
                && plan.ending() == Plan.Ending.DONE
                && plan.takenAt().isBefore(now.minus(HOUR)));
        for (Plan plan : waiting) {
            if (out.add(plan.team().id())) {
                Instant started = now.minus(Duration.ofMinutes(6L + 9L * (out.size() % 5)));
                UnaryOperator<Instant> after = at -> at.plus(Duration.ofMinutes(18));
                replace(plan, plan.with(plan.takenAt(), started, after.apply(started), now.plus(HOUR)));
            }
        }
    }

    /** The last urgent call came a quarter of an hour ago and the mobile team is on its way. */
    private void hurry() {
        plans.stream()
                .filter(plan -> plan.arrival().category().isUrgent())
                .reduce((earlier, later) -> later)
                .ifPresent(plan -> {
                    Arrival before = plan.arrival();
                    Instant called = now.minus(Duration.ofMinutes(14));
                    Arrival called14 = new Arrival(called, before.category(), before.habit(), before.channel());
                    Plan moved = new Plan(
                            plans.size() - 1,
                            called14,
                            plan.spot(),
                            plan.place(),
                            plan.choice(),
                            plan.ending(),
                            called,
                            called,
                            called,
                            called);
                    plans.remove(plan.index());
                    for (int i = plan.index(); i < plans.size(); i++) {
                        plans.set(i, plans.get(i).numbered(i));
                    }
                    plans.add(moved.with(
                            called.plusSeconds(170), called.plusSeconds(330), now.plusSeconds(540), now.plus(HOUR)));
                });
    }

    private void replace(Plan before, Plan after) {
        plans.set(before.index(), after);
    }
}
