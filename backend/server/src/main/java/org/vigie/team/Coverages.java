package org.vigie.team;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;

/** Who covers what in the jurisdiction that is open. */
@Repository
public class Coverages {

    private record Row(
            UUID teamId, @Nullable UUID sectorId, @Nullable UUID categoryId) {}

    private final JdbcClient jdbc;
    private final Teams teams;

    Coverages(JdbcClient jdbc, Teams teams) {
        this.jdbc = jdbc;
        this.teams = teams;
    }

    /** @throws IllegalStateException when there is no team of last resort, which every jurisdiction is given when it is added */
    @Transactional(readOnly = true)
    public Coverage read() {
        return read(teams.list());
    }

    /** As {@link #read()}, for a caller that has read all teams already. */
    @Transactional(readOnly = true)
    public Coverage read(List<Team> all) {
        Map<UUID, Team> byId = all.stream().collect(Collectors.toMap(Team::id, Function.identity()));
        Map<Coverage.Cell, Team> cells = new HashMap<>();
        for (Row row : rows()) {
            Team team = byId.get(row.teamId());
            if (team != null) {
                cells.put(new Coverage.Cell(row.sectorId(), row.categoryId()), team);
            }
        }
        return new Coverage(
                cells,
                byId.values().stream()
                        .filter(team -> team.kind() == Team.Kind.URGENT)
                        .min(Comparator.comparing(Team::code)),
                byId.values().stream()
                        .filter(Team::isLastResort)
                        .findAny()
                        .orElseThrow(() -> new IllegalStateException("the jurisdiction has no team of last resort")));
    }

    /** At least one of sector and category must be named; null stands for all. */
    @Transactional
    public void add(UUID teamId, Optional<UUID> sectorId, Optional<UUID> categoryId) {
        jdbc.sql("""
                        insert into team.coverage (jurisdiction_id, coverage_id, team_id, sector_id, category_id)
                        values (access.current_jurisdiction(), :id, :team, :sector, :category)
                        """)
                .param("id", Ids.next())
                .param("team", teamId)
                .param("sector", sectorId.orElse(null))
                .param("category", categoryId.orElse(null))
                .update();
    }

    private List<Row> rows() {
        return jdbc.sql("select team_id, sector_id, category_id from team.coverage")
                .query((row, n) -> new Row(
                        row.getObject("team_id", UUID.class),
                        row.getObject("sector_id", UUID.class),
                        row.getObject("category_id", UUID.class)))
                .list();
    }
}
