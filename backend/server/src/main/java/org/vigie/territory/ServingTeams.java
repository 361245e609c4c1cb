package org.vigie.territory;

import java.util.Optional;
import java.util.UUID;

/** Who works in a sector by default. Declared here for what explains a position; served by the step that knows teams. */
public interface ServingTeams {

    Optional<ServingTeam> find(UUID sectorId);

    /** A team by its code and name. */
    record ServingTeam(String code, String name) {}
}
