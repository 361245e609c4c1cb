package org.vigie.request;

/** How dangerous it is, as whoever reports it says. */
public enum Danger {
    NONE,
    POSSIBLE,
    IMMEDIATE
}
