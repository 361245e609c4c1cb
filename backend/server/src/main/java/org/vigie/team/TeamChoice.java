package org.vigie.team;

/** Who is responsible, and by which rule. */
public record TeamChoice(Team team, Rule rule) {

    /** In the order in which they are tried. */
    public enum Rule {
        /** The category is urgent and there is an urgent team. */
        URGENT,
        SECTOR_AND_CATEGORY,
        CATEGORY,
        SECTOR,
        /** Nobody covers it: the team of last resort. */
        LAST_RESORT
    }
}
