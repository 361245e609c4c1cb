package org.vigie.intake;

import java.util.Optional;
import java.util.UUID;
import org.vigie.request.Channel;
import org.vigie.request.Priority;

/** A report as it comes in, by whom. All take the same path through {@link Intake}. */
public sealed interface Submission {

    Report report();

    Channel channel();

    /** A resident, on the web page or the installed app; must be inside the jurisdiction. */
    record FromPublic(Report report, Channel channel) implements Submission {}

    /**
     * Staff on behalf of a caller, a visitor or a letter.
     *
     * @param teamId when the agent already knows who takes it
     */
    record FromDesk(Report report, Channel channel, Optional<Priority> priority, Optional<UUID> teamId)
            implements Submission {}

    /** Our own patroller (self-report). */
    record FromPatrol(Report report) implements Submission {
        @Override
        public Channel channel() {
            return Channel.PATROL;
        }
    }
}
