package org.vigie.request;

import java.util.Optional;

/**
 * How urgent something is, and why.
 *
 * @param ruleCode of the table; empty when it is the category's usual one
 * @param danger that the rule is told for
 * @param near what the rule is told for and lies near
 */
public record PriorityChoice(
        Priority priority, Optional<String> ruleCode, Optional<Danger> danger, Optional<Near> near) {

    /**
     * Something near.
     *
     * @param placeClass in words: school
     * @param name may be blank
     * @param metres on the ground
     */
    public record Near(String placeClass, String name, double metres) {}
}
