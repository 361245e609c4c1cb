package org.vigie.team;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is away when, and who stands in. Immutable. */
final class Absences {

    /** @param lastDay included */
    record Absence(UUID accountId, @Nullable UUID deputyId, LocalDate firstDay, LocalDate lastDay) {

        boolean coversDay(LocalDate day) {
            return !day.isBefore(firstDay) && !day.isAfter(lastDay);
        }
    }

    private final Map<UUID, List<Absence>> byAccount;
    private final Map<UUID, String> names;

    Absences(Map<UUID, List<Absence>> byAccount, Map<UUID, String> names) {
        this.byAccount = Map.copyOf(byAccount);
        this.names = Map.copyOf(names);
    }

    /** The person, or whoever stands in that day, or in for the deputy; empty when all of them are away. */
    Optional<Present> onDay(UUID accountId, LocalDate day) {
        Set<UUID> asked = new HashSet<>();
        UUID now = accountId;
        while (now != null && asked.add(now)) {
            UUID person = now;
            Optional<Absence> away = byAccount.getOrDefault(person, List.of()).stream()
                    .filter(absence -> absence.coversDay(day))
                    .findFirst();
            if (away.isEmpty()) {
                return Optional.of(new Present(
                        person,
                        name(person),
                        person.equals(accountId) ? Optional.empty() : Optional.of(name(accountId))));
            }
            now = away.get().deputyId();
        }
        return Optional.empty();
    }

    boolean isAway(UUID accountId, LocalDate day) {
        return byAccount.getOrDefault(accountId, List.of()).stream().anyMatch(absence -> absence.coversDay(day));
    }

    String name(UUID accountId) {
        return Objects.requireNonNullElse(names.get(accountId), "");
    }
}
