package org.vigie.access;

import java.util.List;
import java.util.UUID;

/** The teams an account belongs to. Served by {@code team}. */
public interface AccountTeams {

    /** @param code short, as written on maps: E3 */
    record TeamName(UUID id, String code, String name) {}

    List<TeamName> of(UUID accountId);
}
