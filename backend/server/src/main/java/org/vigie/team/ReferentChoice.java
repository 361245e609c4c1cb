package org.vigie.team;

import java.util.List;

/**
 * Who speaks for a service, and why this person.
 *
 * @param rule what the referent is named for
 * @param passedOver names of those who would have come before and are away without anybody in their place
 */
public record ReferentChoice(Present person, Rule rule, List<String> passedOver) {

    /** The more is named, the earlier it is asked. */
    public enum Rule {
        CATEGORY_AND_SECTOR,
        CATEGORY,
        SECTOR,
        SERVICE
    }
}
