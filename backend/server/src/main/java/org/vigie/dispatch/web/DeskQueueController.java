package org.vigie.dispatch.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.access.SignedIn;
import org.vigie.access.SignedInAccount;
import org.vigie.dispatch.Callers;
import org.vigie.dispatch.DeskCard;
import org.vigie.dispatch.DeskFilter;
import org.vigie.dispatch.DeskQueue;
import org.vigie.dispatch.TeamStandings;
import org.vigie.dispatch.transmission.Inboxes;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.RequestState;
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

    private static final int USUAL_LIMIT = 200;

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

    record QueueQuery(
            @Nullable List<RequestState> state,
            @Nullable List<String> domain,
            @Nullable List<String> category,
            @Nullable UUID team,
            @Nullable Boolean late,
            @Nullable Boolean escalated,
            @Nullable Instant dueBefore,
            @Nullable String owner,
            @Nullable Boolean inbox,
            @Nullable Boolean transferred,
            @Nullable Boolean toAcknowledge,
            @Nullable String q,
            @Nullable String sort,
            @Nullable Integer limit,
            @Nullable Integer after) {

        DeskFilter toFilter(Inboxes inboxes) {
            int wanted = Objects.requireNonNullElse(limit, USUAL_LIMIT);
            if (wanted < 1 || wanted > DeskFilter.MOST) {
                throw new Refusal(Refusal.Kind.MALFORMED, "limit-out-of-range", DeskFilter.MOST);
            }
            return new DeskFilter(
                    Objects.requireNonNullElse(state, List.of()),
                    Objects.requireNonNullElse(domain, List.of()),
                    Objects.requireNonNullElse(category, List.of()),
                    Optional.ofNullable(team),
                    Boolean.TRUE.equals(late),
                    Boolean.TRUE.equals(escalated),
                    Optional.ofNullable(dueBefore),
                    Optional.ofNullable(q).map(String::strip).filter(text -> !text.isEmpty()),
                    new DeskFilter.Follow(
                            owners(inboxes),
                            Boolean.TRUE.equals(inbox) ? Optional.of(inbox(inboxes)) : Optional.empty(),
                            Boolean.TRUE.equals(transferred),
                            Boolean.TRUE.equals(toAcknowledge)),
                    "received".equals(sort),
                    wanted,
                    Math.max(0, Objects.requireNonNullElse(after, 0)));
        }

        /** {@code me} is the caller and whoever is away and has the caller as deputy. */
        private List<UUID> owners(Inboxes inboxes) {
            if (owner == null || owner.isEmpty()) {
                return List.of();
            }
            if (owner.equals("me")) {
                return inboxes.people(SignedIn.get().accountId());
            }
            try {
                return List.of(UUID.fromString(owner));
            } catch (IllegalArgumentException notAnId) {
                throw new Refusal(Refusal.Kind.MALFORMED, "owner-not-understood");
            }
        }

        private static DeskFilter.Inbox inbox(Inboxes inboxes) {
            SignedInAccount account = SignedIn.get();
            return new DeskFilter.Inbox(
                    Inboxes.answersForAll(account.role()) ? List.of() : inboxes.people(account.accountId()),
                    account.accountId());
        }
    }

    @GetMapping("/requests")
    QueueBody list(QueueQuery query) {
        DeskFilter filter = query.toFilter(inboxes);
        DeskQueue.Page page = queue.list(filter);
        int shown = filter.offset() + page.items().size();
        return new QueueBody(
                page.items(), page.total(), shown < page.total() ? String.valueOf(shown) : null, queue.counts());
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
