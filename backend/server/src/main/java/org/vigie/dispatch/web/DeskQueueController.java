package org.vigie.dispatch.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.dispatch.Callers;
import org.vigie.dispatch.DeskCard;
import org.vigie.dispatch.DeskQueue;
import org.vigie.dispatch.QueueMark;
import org.vigie.dispatch.TeamStandings;
import org.vigie.dispatch.transmission.Inboxes;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.Requester;
import org.vigie.team.Team;
import org.vigie.team.TeamPosition;

/** What the desk lists: the queue, the teams, the earlier calls of a number. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk")
class DeskQueueController {

    record QueueBody(
            List<DeskCard> items, int total, @Nullable String next, DeskQueue.Counts counts) {}

    record TeamBody(
            UUID id,
            String code,
            String name,
            Team.Kind kind,
            int load,
            int capacity,
            @Nullable Wgs84Point position,
            @Nullable Float headingDegrees,
            @Nullable Instant seenAt) {}

    record Items<T>(List<T> items) {}

    /** @param organisation in whose name they called last; absent for a person, and when it was not said */
    record CallerBody(
            String name,
            @Nullable String email,
            String phone,
            Requester.Type type,
            @Nullable String organisation,
            List<DeskCard> requests) {}

    private final DeskQueue queue;
    private final TeamStandings standings;
    private final Callers callers;
    private final Inboxes inboxes;

    DeskQueueController(DeskQueue queue, TeamStandings standings, Callers callers, Inboxes inboxes) {
        this.queue = queue;
        this.standings = standings;
        this.callers = callers;
        this.inboxes = inboxes;
    }

    @GetMapping("/requests")
    QueueBody list(QueueQuery query) {
        DeskQueue.Page page = queue.list(query.toFilter(inboxes));
        return new QueueBody(
                page.items(), page.total(), page.next().map(QueueMark::toText).orElse(null), queue.counts());
    }

    @GetMapping("/teams")
    Items<TeamBody> teams() {
        return new Items<>(
                standings.list().stream().map(DeskQueueController::body).toList());
    }

    private static TeamBody body(TeamStandings.Standing standing) {
        Team team = standing.team();
        return new TeamBody(
                team.id(),
                team.code(),
                team.name(),
                team.kind(),
                standing.load(),
                team.dailyCapacity(),
                standing.seen().map(TeamPosition::position).orElse(null),
                standing.seen().flatMap(TeamPosition::headingDegrees).orElse(null),
                standing.seen().map(TeamPosition::seenAt).orElse(null));
    }

    /** One entry a person: the calls of a number that gave the same name, organisation and e-mail address are together. */
    @GetMapping("/callers")
    Items<CallerBody> callers(@RequestParam String phone) {
        List<Callers.Call> calls = callers.list(phone);
        Map<UUID, DeskCard> cards = queue
                .list(calls.stream().map(Callers.Call::requestId).toList())
                .stream()
                .collect(Collectors.toMap(DeskCard::id, Function.identity()));
        return new Items<>(calls.stream()
                .collect(Collectors.groupingBy(
                        call -> call.who().addressee() + "\n"
                                + call.who().email().orElse(""),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(person -> body(person, cards))
                .toList());
    }

    private static CallerBody body(List<Callers.Call> calls, Map<UUID, DeskCard> cards) {
        Callers.Call latest = calls.getFirst();
        String organisation = latest.who().organisationName();
        return new CallerBody(
                latest.who().name(),
                latest.who().email().orElse(null),
                latest.phone(),
                latest.who().type(),
                organisation.isEmpty() ? null : organisation,
                calls.stream()
                        .map(Callers.Call::requestId)
                        .flatMap(id -> Stream.ofNullable(cards.get(id)))
                        .toList());
    }
}
