package org.vigie.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Many requests are in another sector, or another team's, because sectors changed. Published inside the transaction that wrote it, in
 * place of a {@link RequestChanged} each: listeners answer set by set.
 *
 * @param toldOneByOne whether open screens hear of each; else whoever moves so many tells them afterwards to read anew
 */
public record RequestsPlacedAnew(List<Moved> moved, Instant at, boolean toldOneByOne) {

    /** @param teamId who is responsible now, which may be the same as before */
    public record Moved(UUID requestId, UUID teamId, UUID previousTeamId) {

        public boolean changesTeam() {
            return !teamId.equals(previousTeamId);
        }
    }
}
