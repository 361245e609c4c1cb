package org.vigie.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.vigie.catalogue.Commitment;
import org.vigie.demo.town.Town;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.Assignment;
import org.vigie.request.Channel;
import org.vigie.request.Deadline;
import org.vigie.request.Deadlines;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Priority;
import org.vigie.request.Request;
import org.vigie.request.RequestNumbers;
import org.vigie.request.RequestState;
import org.vigie.request.Requester;
import org.vigie.team.Team;
import org.vigie.territory.Placement;

/** Three years of Aubrelle's requests, up to now. */
public final class Story {

    private static final double MORE_PRESSING = 0.04;

    private static final Duration UNACKNOWLEDGED = Duration.ofHours(30);

    private final Town town;
    private final Habits habits;
    private final Cast cast;
    private final Function<Wgs84Point, Placement> locator;
    private final BiFunction<Placement, Locale, String> explained;
    private final Phrases phrases;
    private final Neighbours neighbours;
    private final Cast.Member patroller;

    /** @param explained tells staff where a position falls and why */
    public Story(
            Town town,
            Habits habits,
            Cast cast,
            Function<Wgs84Point, Placement> locator,
            BiFunction<Placement, Locale, String> explained) {
        this.town = town;
        this.habits = habits;
        this.cast = cast;
        this.locator = locator;
        this.explained = explained;
        this.phrases = new Phrases(habits);
        this.neighbours = new Neighbours(cast.names());
        this.patroller = cast.teams().stream()
                .filter(team -> team.kind() == Team.Kind.PATROL)
                .map(team -> Objects.requireNonNull(cast.members().get(team.id())))
                .findFirst()
                .orElseThrow();
    }

    /** All requests in the order of their numbers. */
    public List<Case> until(Instant now, ZoneId zone) {
        List<Arrival> arrivals =
                new Arrivals(habits, List.copyOf(cast.categories().values()), zone).until(now);
        List<Plan> plans = new ArrayList<>(
                new Planner(new Spots(town), cast.coverage(), locator, new WorkingTime(zone)).plan(arrivals));
        Balance.strike(plans, now, zone);
        List<Case> cases = new ArrayList<>();
        int year = 0;
        int number = 0;
        for (Plan plan : plans) {
            int inYear = plan.arrival().at().atZone(zone).getYear();
            number = inYear == year ? number + 1 : 1;
            year = inYear;
            cases.add(written(plan, RequestNumbers.format(year, number), now));
        }
        return cases;
    }

    private Case written(Plan plan, String number, Instant now) {
        SplittableRandom random = plan.random();
        Biography.People people = people(plan);
        UUID id = new OrderedIds(random).next(plan.arrival().at());
        String description = phrases.report(plan.arrival(), plan.spot(), random);
        String answer = phrases.answer(plan.arrival().category(), plan.arrival().habit(), random);
        Optional<Requester> requester = neighbours.next(plan.arrival().channel(), random);
        Priority priority = priority(plan, random);
        boolean acknowledged = isAcknowledged(plan, requester, now);
        Biography life = new Biography(plan, now, people)
                .receive(placed(plan), acknowledged)
                .unfold(answer);
        List<HistoryEntry> history = life.entries();
        Request request = new Request(
                id,
                number,
                plan.arrival().category().kind(),
                life.state(),
                plan.arrival().category().id(),
                description,
                plan.arrival().channel(),
                priority,
                plan.arrival().category().isPrivate(),
                plan.place(),
                new Assignment(
                        plan.arrival().category().service().id(),
                        plan.team().id(),
                        Assignment.Rule.valueOf(plan.choice().rule().name()),
                        ""),
                Optional.of(people.owner().accountId()),
                times(plan, history),
                Math.max(1, history.size() - 4));
        List<Case.Job> jobs =
                new FieldWork(plan, now).jobs(life.state(), history.getLast().at());
        return new Case(
                request,
                plan.arrival().category(),
                requester,
                deadlines(plan, life.state(), history, acknowledged),
                history,
                jobs);
    }

    /** The five of the front office take turns. */
    private Biography.People people(Plan plan) {
        Cast.Member owner =
                cast.frontOffice().get(plan.index() % cast.frontOffice().size());
        Cast.Member worker =
                Objects.requireNonNullElse(cast.members().get(plan.team().id()), owner);
        return new Biography.People(worker, owner, plan.arrival().channel() == Channel.PATROL ? patroller : owner);
    }

    /** Who called, came or wrote since yesterday and left no e-mail address has not been told yet. */
    private static boolean isAcknowledged(Plan plan, Optional<Requester> requester, Instant now) {
        boolean owed = !plan.arrival().channel().showsReceipt()
                && plan.arrival().at().isAfter(now.minus(UNACKNOWLEDGED))
                && requester.filter(who -> who.email().isEmpty()).isPresent();
        return !owed;
    }

    private String placed(Plan plan) {
        return plan.place()
                .position()
                .map(point -> explained.apply(locator.apply(point), Locale.FRENCH))
                .orElse("");
    }

    private static Priority priority(Plan plan, SplittableRandom random) {
        if (plan.arrival().category().isUrgent()) {
            return Priority.URGENT;
        }
        return Draw.once(MORE_PRESSING, random) ? Priority.HIGH : Priority.NORMAL;
    }

    private static Request.Times times(Plan plan, List<HistoryEntry> history) {
        Optional<Instant> resolved = Optional.empty();
        Optional<Instant> closed = Optional.empty();
        for (HistoryEntry entry : history) {
            switch (entry.kind()) {
                case RESOLVED -> resolved = Optional.of(entry.at());
                case REOPENED -> resolved = Optional.empty();
                case CLOSED, REJECTED, DUPLICATE -> closed = Optional.of(entry.at());
                default -> {}
            }
        }
        return new Request.Times(plan.arrival().at(), history.getLast().at(), resolved, closed);
    }

    /** What has been kept, by the rules that the running service keeps them by. */
    private static List<Deadline> deadlines(
            Plan plan, RequestState state, List<HistoryEntry> history, boolean acknowledged) {
        Instant received = plan.arrival().at();
        Optional<Instant> ended = state.isOpen() ? Optional.empty() : Optional.of(lastTold(history));
        Optional<Instant> onSite = history.stream()
                .filter(entry -> entry.kind() == HistoryEntry.Kind.ON_SITE)
                .map(HistoryEntry::at)
                .findFirst();
        return Deadlines.from(plan.arrival().category().promises(), received).stream()
                .map(promise -> promise.met(
                        promise.commitment() == Commitment.ACKNOWLEDGE && !acknowledged
                                ? ended
                                : met(promise.commitment(), received, onSite, ended)))
                .toList();
    }

    private static Optional<Instant> met(
            Commitment commitment, Instant received, Optional<Instant> onSite, Optional<Instant> ended) {
        return switch (commitment) {
            case ACKNOWLEDGE -> Optional.of(received);
            case ON_SITE -> onSite.or(() -> ended);
            case RESOLVE, REPLY -> ended;
        };
    }

    /** The last entry that is not the closing, which keeps no promise of its own. */
    private static Instant lastTold(List<HistoryEntry> history) {
        return history.stream()
                .filter(entry -> entry.kind() != HistoryEntry.Kind.CLOSED)
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .at();
    }
}
