package org.vigie.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.vigie.catalogue.Category;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.Channel;
import org.vigie.request.Place;
import org.vigie.team.Coverage;
import org.vigie.team.Occasion;
import org.vigie.territory.LocatedSector;
import org.vigie.territory.Placement;

/** Decides, for each arrival, where it is, who works on it, how it ends and when. */
final class Planner {

    private static final int REMEMBERED = 40;
    private static final double SAME_PLACE_AGAIN = 0.06;
    private static final double USUAL_PACE = 0.6;

    /** Teams keep most of their promises: the paces of the sheet are those of a bad month. */
    private static final double GOOD_WILL = 0.88;

    private static final Duration SAME_THING = Duration.ofDays(6);

    private final Spots spots;
    private final Coverage coverage;
    private final Function<Wgs84Point, Placement> locator;
    private final WorkingTime workingTime;
    private final Map<String, Deque<Plan>> latest = new HashMap<>();

    Planner(Spots spots, Coverage coverage, Function<Wgs84Point, Placement> locator, WorkingTime workingTime) {
        this.spots = spots;
        this.coverage = coverage;
        this.locator = locator;
        this.workingTime = workingTime;
    }

    List<Plan> plan(List<Arrival> arrivals) {
        List<Plan> plans = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            SplittableRandom random = new SplittableRandom(plans.size() * 0x9E3779B97F4A7C15L + 1);
            Plan plan = plan(plans.size(), arrival, random);
            remember(plan);
            plans.add(plan);
        }
        return plans;
    }

    private Plan plan(int index, Arrival arrival, SplittableRandom random) {
        Optional<Plan> before = again(arrival, random);
        Spot spot = before.map(plan -> Spots.astray(plan.spot(), random)).orElseGet(() -> spot(arrival, random));
        Place place = place(arrival, spot, random);
        boolean same = before.filter(plan -> plan.endedAt().isAfter(arrival.at())
                        && plan.arrival().at().plus(SAME_THING).isAfter(arrival.at()))
                .isPresent();
        Plan.Ending ending = same && arrival.category().kind().needsIntervention()
                ? Plan.Ending.DUPLICATE
                : ending(arrival.category(), random);
        Plan plan = new Plan(
                index,
                arrival,
                spot,
                place,
                coverage.choose(Occasion.usual(place.sectorId(), arrival.category(), arrival.at())),
                ending,
                arrival.at(),
                arrival.at(),
                arrival.at(),
                arrival.at());
        return arrival.category().isUrgent() ? hurried(plan, random) : timed(plan, random);
    }

    private void remember(Plan plan) {
        Deque<Plan> known = latest.computeIfAbsent(plan.arrival().category().code(), code -> new ArrayDeque<>());
        known.addLast(plan);
        if (known.size() > REMEMBERED) {
            known.removeFirst();
        }
    }

    private Optional<Plan> again(Arrival arrival, SplittableRandom random) {
        Deque<Plan> known = latest.get(arrival.category().code());
        boolean somewhere = !arrival.habit().where().equals("none");
        return known != null && somewhere && Draw.once(SAME_PLACE_AGAIN, random)
                ? Optional.of(List.copyOf(known).get(random.nextInt(known.size())))
                : Optional.empty();
    }

    private Spot spot(Arrival arrival, SplittableRandom random) {
        String where = arrival.habit().where();
        return spots.next(where.equals("none") ? "home" : where, random);
    }

    /** Questions have no place, and now and then a caller cannot say where. */
    private Place place(Arrival arrival, Spot spot, SplittableRandom random) {
        if (arrival.habit().where().equals("none")) {
            return Place.toBeLocated("");
        }
        if (arrival.channel() == Channel.LETTER && Draw.once(0.2, random)) {
            return Place.toBeLocated(spot.address().street());
        }
        Placement placement = locator.apply(spot.point());
        return new Place(
                Optional.of(spot.point()),
                source(arrival.channel(), random),
                spot.address().label(),
                Place.Rule.valueOf(placement.rule().name()),
                placement.sector().map(LocatedSector::sectorId),
                placement.sector().map(LocatedSector::versionId),
                Double.isFinite(placement.metresToEdge()) ? Optional.of(placement.metresToEdge()) : Optional.empty());
    }

    private static Place.Source source(Channel channel, SplittableRandom random) {
        double drawn = random.nextDouble();
        return switch (channel) {
            case APP -> drawn < 0.6 ? Place.Source.GPS : drawn < 0.8 ? Place.Source.PHOTO : Place.Source.PIN;
            case PATROL -> Place.Source.GPS;
            case WEB -> drawn < 0.6 ? Place.Source.PIN : Place.Source.ADDRESS;
            default -> drawn < 0.8 ? Place.Source.ADDRESS : Place.Source.PIN;
        };
    }

    private static Plan.Ending ending(Category category, SplittableRandom random) {
        if (!category.kind().needsIntervention()) {
            return Plan.Ending.ANSWERED;
        }
        double drawn = random.nextDouble();
        boolean othersRoads =
                category.domainCode().equals("voirie") || category.domainCode().equals("eclairage");
        if (category.isUrgent()) {
            return Plan.Ending.DONE;
        }
        if (drawn < 0.018) {
            return Plan.Ending.REJECTED;
        }
        if (drawn < 0.033) {
            return Plan.Ending.REOPENED;
        }
        return othersRoads && drawn < 0.12 ? Plan.Ending.FORWARDED : Plan.Ending.DONE;
    }

    /** Urgent: taken in minutes at any hour, most of them reached within the hour. */
    private static Plan hurried(Plan plan, SplittableRandom random) {
        Instant taken = plan.arrival().at().plusSeconds((long) Draw.about(300, 0.5, random));
        Instant started = taken.plusSeconds((long) Draw.about(240, 0.5, random));
        Instant onSite = started.plusSeconds((long) Draw.about(1300, 0.45, random));
        return plan.with(taken, started, onSite, onSite.plusSeconds((long) Draw.about(6500, 0.7, random)));
    }

    private Plan timed(Plan plan, SplittableRandom random) {
        Arrival arrival = plan.arrival();
        double pace = arrival.habit().pace() > 0 ? arrival.habit().pace() : USUAL_PACE;
        long promised = Duration.between(arrival.at(), plan.dueAt()).toSeconds();
        boolean brief = plan.ending() == Plan.Ending.REJECTED || plan.ending() == Plan.Ending.DUPLICATE;
        double share = brief
                ? 0.12
                : plan.ending() == Plan.Ending.FORWARDED
                        ? 0.5 + random.nextDouble() * 0.48
                        : Draw.about(pace * GOOD_WILL, 0.45, random);
        Instant taken = workingTime.fit(arrival.at().plusSeconds((long) Draw.about(5200, 0.9, random)));
        Instant end = workingTime.fit(arrival.at().plusSeconds((long) (promised * Math.min(share, 3))));
        boolean longWork = Draw.once(0.2, random);
        Instant started = longWork
                ? workingTime.fit(taken.plusSeconds(
                        (long) (Math.max(0, Duration.between(taken, end).toSeconds()) * random.nextDouble())))
                : end.minusSeconds((long) Draw.about(4200, 0.5, random));
        Instant onSite = started.plusSeconds((long) Draw.about(840, 0.4, random));
        return plan.with(taken, started, onSite, end);
    }
}
