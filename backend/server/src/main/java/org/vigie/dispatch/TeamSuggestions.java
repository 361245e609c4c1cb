package org.vigie.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.geo.Distances;
import org.vigie.intake.Treatment;
import org.vigie.request.Request;
import org.vigie.team.Coverage;
import org.vigie.team.Coverages;
import org.vigie.team.Team;
import org.vigie.team.TeamChoice;
import org.vigie.team.TeamPosition;

/** Which teams could take a request: the one that the rules name first, then others of the same service, the nearest first; none that lacks a skill. */
@Component
public class TeamSuggestions {

    private static final int MOST = 4;

    private static final Comparator<Suggestion> SAME_SERVICE_FIRST_THEN_NEAREST = Comparator.comparing(
                    (Suggestion s) -> s.reason() != Reason.SAME_SERVICE)
            .thenComparing(s -> Optional.ofNullable(s.distanceMetres()).orElse(Double.MAX_VALUE));

    /** Why a team is suggested. */
    public enum Reason {
        RULE,
        ON_CALL,
        URGENT,
        SERVICE,
        SECTOR_AND_CATEGORY,
        CATEGORY,
        SECTOR,
        SECTOR_DEFAULT,
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

    private final TeamStandings standings;
    private final Coverages coverages;
    private final Categories categories;
    private final Treatment treatment;

    TeamSuggestions(TeamStandings standings, Coverages coverages, Categories categories, Treatment treatment) {
        this.standings = standings;
        this.coverages = coverages;
        this.categories = categories;
        this.treatment = treatment;
    }

    @Transactional(readOnly = true)
    public List<Suggestion> list(Request request) {
        Category category = categories.get(request.categoryId());
        List<TeamStandings.Standing> all = standings.list();
        Coverage coverage = coverages.read();
        TeamChoice choice = treatment
                .of(treatment.again(request, request.place(), category, Optional.empty()))
                .choice()
                .rule();
        Stream<Suggestion> first = all.stream()
                .filter(standing -> standing.team().id().equals(choice.team().id()))
                .map(standing ->
                        suggestion(standing, Reason.valueOf(choice.rule().name()), request));
        Stream<Suggestion> others = all.stream()
                .filter(standing -> !standing.team().id().equals(choice.team().id()))
                .filter(standing -> standing.team().kind() != Team.Kind.DESK)
                .filter(standing -> coverage.missing(standing.team(), category).isEmpty())
                .map(standing -> suggestion(standing, otherReason(standing.team(), category), request))
                .sorted(SAME_SERVICE_FIRST_THEN_NEAREST)
                .limit(MOST - 1);
        return Stream.concat(first, others).toList();
    }

    private static Reason otherReason(Team team, Category category) {
        return team.serviceId().equals(Optional.of(category.service().id())) ? Reason.SAME_SERVICE : Reason.NEAR;
    }

    private static Suggestion suggestion(TeamStandings.Standing standing, Reason reason, Request request) {
        Double metres = standing.seen()
                .flatMap(last -> request.place().position().map(at -> Distances.metres(last.position(), at)))
                .orElse(null);
        return new Suggestion(
                standing.team(),
                reason,
                metres,
                standing.load(),
                standing.team().dailyCapacity(),
                standing.seen().map(TeamPosition::seenAt).orElse(null));
    }
}
