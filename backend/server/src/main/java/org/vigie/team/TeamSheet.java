package org.vigie.team;

import java.util.List;
import java.util.UUID;

/**
 * A team as it is set up.
 *
 * @param active false once it has stopped: it keeps what it did and is given nothing new
 * @param members accounts
 */
public record TeamSheet(Team team, boolean active, List<UUID> members) {

    public TeamSheet {
        members = List.copyOf(members);
    }
}
