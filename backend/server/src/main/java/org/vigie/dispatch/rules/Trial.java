package org.vigie.dispatch.rules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.Priority;

/**
 * What a rule would have made of the requests of a period, had they come in with it and nobody had decided otherwise.
 *
 * @param from included; {@code until} is not
 * @param requests that were tried: the newest {@value Trials#MOST} when there are more
 * @param truncated there were more
 * @param matched for how many the rule held
 * @param decided for how many of these it decided something, no rule before it having done so
 * @param otherTeam how many would have gone to another team than without it
 * @param teams those whose number changes, the most gained first
 */
public record Trial(
        Instant from,
        Instant until,
        int requests,
        boolean truncated,
        int matched,
        int decided,
        int otherTeam,
        int otherPriority,
        int becomePrivate,
        int forwarded,
        List<TeamCount> teams,
        List<Example> examples,
        long tookMillis) {

    /** How many of the period's requests a team has without and with the rule, of those that it changes. */
    public record TeamCount(String code, String name, int before, int after) {}

    /** One request that it holds for; those that change come first. */
    public record Example(
            UUID id,
            String number,
            String category,
            Instant receivedAt,
            @Nullable Wgs84Point position,
            String teamBefore,
            String teamAfter,
            Priority priorityBefore,
            Priority priorityAfter,
            boolean changes,
            String why) {}
}
