package org.vigie.dashboard;

/** Which division of the city the figures of a period are told by. */
public enum Boundaries {
    /** The one of the day on which each request's place was told: a later publication changes no figure of the past. */
    DAY,
    /** The one that holds now, for all requests alike: periods can be compared. */
    TODAY
}
