package org.vigie.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.geo.Distances;
import org.vigie.request.Request;
import org.vigie.team.Coverages;
import org.vigie.team.Team;
import org.vigie.team.TeamChoice;
import org.vigie.team.TeamPosition;
import org.vigie.team.Teams;

/** Which teams could take a request: the one that the rules name first, then others of the same service, the nearest first. */
@Component
public class TeamSuggestions {

    private static final int MOST = 4;

    /** Why a team is suggested. */
    public enum Reason {
        URGENT,
        SECTOR_AND_CATEGORY,
        CATEGORY,
        SECTOR,
        LAST_RESORT,
        SAME_SERVICE,
        NEAR
    }

    /**
     * @param distanceMetres from where the team was last seen, as the crow flies
     * @param load open requests that it has
     */
    public record Suggestion(
            Team team,
            Reason reason,
            @Nullable Double distanceMetres,
            int load,
            int capacity,
            @Nullable Instant seenAt) {}

    private final Teams teams;
    private final Coverages coverages;
    private final Categories categories;
    private final DeskQueue queue;

    TeamSuggestions(Teams teams, Coverages coverages, Categories categories, DeskQueue queue) {
        this.teams = teams;
        this.coverages = coverages;
        this.categories = categories;
        this.queue = queue;
    }

    @Transactional(readOnly = true)
    public List<Suggestion> list(Request request) {
        Category category = categories.get(request.categoryId());
        TeamChoice choice = coverages.read().choose(request.place().sectorId().orElse(null), category);
        Map<UUID, TeamPosition> positions =
                teams.positions().stream().collect(Collectors.toMap(TeamPosition::teamId, Function.identity()));
        Map<UUID, Integer> loads = queue.loads();
        List<Suggestion> others = new ArrayList<>();
        for (Team team : teams.list()) {
            boolean sameService =
                    team.serviceId().equals(Optional.of(category.service().id()));
            if (!team.id().equals(choice.team().id()) && team.kind() != Team.Kind.DESK) {
                others.add(
                        suggestion(team, sameService ? Reason.SAME_SERVICE : Reason.NEAR, request, positions, loads));
            }
        }
        others.sort(Comparator.comparing((Suggestion s) -> s.reason() != Reason.SAME_SERVICE)
                .thenComparing(s -> Optional.ofNullable(s.distanceMetres()).orElse(Double.MAX_VALUE)));
        List<Suggestion> all = new ArrayList<>();
        all.add(suggestion(choice.team(), Reason.valueOf(choice.rule().name()), request, positions, loads));
        all.addAll(others.subList(0, Math.min(MOST - 1, others.size())));
        return all;
    }

    private static Suggestion suggestion(
            Team team, Reason reason, Request request, Map<UUID, TeamPosition> positions, Map<UUID, Integer> loads) {
        Optional<TeamPosition> seen = Optional.ofNullable(positions.get(team.id()));
        Double metres = seen.flatMap(
                        last -> request.place().position().map(at -> Distances.metres(last.position(), at)))
                .orElse(null);
        return new Suggestion(
                team,
                reason,
                metres,
                loads.getOrDefault(team.id(), 0),
                team.dailyCapacity(),
                seen.map(TeamPosition::seenAt).orElse(null));
    }
}
