package org.vigie.request;

/** How a request came in. */
public enum Channel {
    WEB,
    APP,
    PHONE,
    COUNTER,
    EMAIL,
    LETTER,
    CHAT,
    SOCIAL,
    COUNCIL,
    /** Seen by our own patroller (self-report). */
    PATROL,
    OPEN311,
    IMPORT
}
