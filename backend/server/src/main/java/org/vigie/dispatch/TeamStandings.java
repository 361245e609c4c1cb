package org.vigie.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.team.Team;
import org.vigie.team.TeamPosition;
import org.vigie.team.Teams;

/** Every team, where it is and how much it has to do. */
@Component
public class TeamStandings {

    /**
     * @param seen where and when last, within a day
     * @param load open requests that it has
     */
    public record Standing(Team team, Optional<TeamPosition> seen, int load) {}

    private final Teams teams;
    private final DeskQueue queue;

    TeamStandings(Teams teams, DeskQueue queue) {
        this.teams = teams;
        this.queue = queue;
    }

    /** By code. */
    @Transactional(readOnly = true)
    public List<Standing> list() {
        Map<UUID, TeamPosition> seen =
                teams.positions().stream().collect(Collectors.toMap(TeamPosition::teamId, Function.identity()));
        Map<UUID, Integer> loads = queue.loads();
        return teams.list().stream()
                .map(team ->
                        new Standing(team, Optional.ofNullable(seen.get(team.id())), loads.getOrDefault(team.id(), 0)))
                .toList();
    }
}
