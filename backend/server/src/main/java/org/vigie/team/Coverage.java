package org.vigie.team;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.catalogue.Category;

/** Who covers what, as it stood when it was read: answers for every sector and category with exactly one team. */
public final class Coverage {

    /** A covered sector, category or both; null stands for all. */
    record Cell(@Nullable UUID sectorId, @Nullable UUID categoryId) {}

    private final Map<Cell, Team> teams;
    private final Optional<Team> urgent;
    private final Team lastResort;

    Coverage(Map<Cell, Team> teams, Optional<Team> urgent, Team lastResort) {
        this.teams = Map.copyOf(teams);
        this.urgent = urgent;
        this.lastResort = lastResort;
    }

    /** @param sectorId null outside all sectors or without a position */
    public TeamChoice choose(@Nullable UUID sectorId, Category category) {
        if (category.isUrgent() && urgent.isPresent()) {
            return new TeamChoice(urgent.get(), TeamChoice.Rule.URGENT);
        }
        Team both = sectorId == null ? null : teams.get(new Cell(sectorId, category.id()));
        if (both != null) {
            return new TeamChoice(both, TeamChoice.Rule.SECTOR_AND_CATEGORY);
        }
        Team anywhere = teams.get(new Cell(null, category.id()));
        if (anywhere != null) {
            return new TeamChoice(anywhere, TeamChoice.Rule.CATEGORY);
        }
        Team here = sectorId == null ? null : teams.get(new Cell(sectorId, null));
        return here != null
                ? new TeamChoice(here, TeamChoice.Rule.SECTOR)
                : new TeamChoice(lastResort, TeamChoice.Rule.LAST_RESORT);
    }

    /** Whether somebody is named for the sector itself, for all categories or for some. */
    public boolean names(UUID sectorId) {
        return teams.keySet().stream().anyMatch(cell -> sectorId.equals(cell.sectorId()));
    }

    /** Teams that are named for some sector: they have more or less to do when sectors are redrawn. */
    public Set<UUID> teamsOfSectors() {
        return teams.entrySet().stream()
                .filter(cell -> cell.getKey().sectorId() != null)
                .map(cell -> cell.getValue().id())
                .collect(Collectors.toSet());
    }

    /** Who serves a sector when the category is not known yet. */
    Team chooseForAnyCategory(UUID sectorId) {
        return teams.getOrDefault(new Cell(sectorId, null), lastResort);
    }
}
