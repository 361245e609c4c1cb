package org.vigie.team;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.vigie.catalogue.Category;

/** Which skills and means categories need and teams hold. Immutable. */
final class Skills {

    private final Map<UUID, String> names;
    private final Map<UUID, Set<UUID>> neededByCategory;
    private final Map<UUID, Set<UUID>> heldByTeam;

    Skills(Map<UUID, String> names, Map<UUID, Set<UUID>> neededByCategory, Map<UUID, Set<UUID>> heldByTeam) {
        this.names = Map.copyOf(names);
        this.neededByCategory = Map.copyOf(neededByCategory);
        this.heldByTeam = Map.copyOf(heldByTeam);
    }

    static Skills none() {
        return new Skills(Map.of(), Map.of(), Map.of());
    }

    /** The names of what a team lacks for a category, in alphabetical order. */
    List<String> missing(Team team, Category category) {
        Set<UUID> held = heldByTeam.getOrDefault(team.id(), Set.of());
        return neededByCategory.getOrDefault(category.id(), Set.of()).stream()
                .filter(needed -> !held.contains(needed))
                .map(needed -> names.getOrDefault(needed, ""))
                .sorted()
                .toList();
    }
}
