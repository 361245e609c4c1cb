package org.vigie.dispatch.live;

import java.util.Set;
import java.util.UUID;
import org.vigie.access.Jurisdiction;
import org.vigie.dispatch.Audience;

/**
 * Somebody with an open screen.
 *
 * @param teams whose requests it shows; only in the field
 */
public record Viewer(Jurisdiction jurisdiction, Audience audience, Set<UUID> teams) {

    /** What of an event this viewer is told. */
    enum Told {
        CARD,
        REMOVAL,
        NOTHING
    }

    Told of(LiveEvent event) {
        if (event.isReload()) {
            return Told.CARD;
        }
        return switch (audience) {
            case PUBLIC -> event.visibility() == LiveEvent.Visibility.PRIVATE ? Told.NOTHING : Told.CARD;
            case DESK -> Told.CARD;
            case FIELD -> {
                if (event.teamId() != null && teams.contains(event.teamId())) {
                    yield Told.CARD;
                }
                boolean wasOurs = event.previousTeamId() != null && teams.contains(event.previousTeamId());
                yield wasOurs ? Told.REMOVAL : Told.NOTHING;
            }
        };
    }
}
