package org.vigie.access.module;

/** What a town may do without, in the order of the flow. All are on until somebody switches one off. */
public enum ModuleName {
    /** Sectors redrawn in drafts; those that are published serve on. */
    SECTOR_DRAFTS,
    /** Rules that decide on reports; those that are active decide nothing while it is off. */
    RULES,
    /** The page of the teams in the field; what is to be done stays with the desk. */
    FIELD,
    /** Letters with their approvals; none is demanded before a closing while it is off. */
    FORMAL_REPLIES,
    /** Requesters and followers reopen what was ended, and requesters say how they were served. */
    REOPENING,
    /** Being told of new requests in an area; nobody is told while it is off. */
    WATCHED_AREAS,
    /** The door for other systems: what is published is not read there and nothing is taken in. */
    OPEN311,
    /** The periodic review, with its tables and its PDF. */
    REVIEW
}
