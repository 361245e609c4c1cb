package org.vigie.dispatch.search;

/** What a search looked at; whoever searched is told. */
public enum SearchKey {
    NUMBER,
    PHONE,
    EMAIL,
    NAME,
    /** A thing that the city keeps, by its code. */
    ASSET,
    /** Description, address and category. */
    WORDS,
    /** Around a position. */
    PLACE
}
