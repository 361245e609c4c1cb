package org.vigie.team;

import java.util.List;
import java.util.Optional;

/**
 * Who is responsible, by which rule, and who else could have been.
 *
 * @param shift during which the team covers or is on call, when it does not always
 * @param onCall who of the team answers, when the rota names somebody
 * @param passedOver teams that a rule would have named earlier, and what they lack
 */
public record TeamChoice(
        Team team, Rule rule, Optional<Shift> shift, Optional<Present> onCall, List<PassedOver> passedOver) {

    /** Covers it, and lacks a skill or means that the category needs. */
    public record PassedOver(Team team, List<String> missing) {}

    /** In the order in which they are tried. */
    public enum Rule {
        /** A rule that the town wrote names it. */
        RULE,
        /** It is urgent and the rota names that team for this hour. */
        ON_CALL,
        /** It is urgent and there is an urgent team. */
        URGENT,
        /** Another service than the category's own is competent here: a team of that one. */
        SERVICE,
        SECTOR_AND_CATEGORY,
        CATEGORY,
        SECTOR,
        /** Nobody covers it: the sector's default team. */
        SECTOR_DEFAULT,
        /** There is no sector either, or its default team cannot: the team of last resort. */
        LAST_RESORT
    }
}
