package org.vigie.catalogue;

/** A promise of one request, in the order in which they are kept. */
public enum Commitment {
    ACKNOWLEDGE,
    ON_SITE,
    RESOLVE,
    REPLY
}
