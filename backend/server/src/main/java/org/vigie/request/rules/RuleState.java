package org.vigie.request.rules;

/** Where a version of a rule stands. */
public enum RuleState {
    /** Being written; decides nothing. */
    DRAFT,
    /** Decides; never edited: another version replaces it. */
    ACTIVE,
    /** Decided once. */
    RETIRED
}
