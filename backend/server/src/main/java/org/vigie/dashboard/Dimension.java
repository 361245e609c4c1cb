package org.vigie.dashboard;

/** By what requests are told apart, as they were filed at the end of the period. */
public enum Dimension {
    CATEGORY,
    DOMAIN,
    /** Of the day on which the place was told: a later division of the city changes no figure. */
    SECTOR,
    TEAM,
    SERVICE,
    CHANNEL,
    KIND
}
