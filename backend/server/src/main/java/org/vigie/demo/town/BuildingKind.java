package org.vigie.demo.town;

/** Whether a building is one among thousands or one that people name. */
public enum BuildingKind {
    /** A house, a block of flats or a workshop. */
    HOUSE,
    /** Cathedral, town hall, station, hospital… */
    LANDMARK
}
