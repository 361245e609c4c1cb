package org.vigie.territory;

/**
 * A sector beside the one that takes a position.
 *
 * @param metres from the position to its ground; 0 when the position lies in it, too
 */
public record Neighbour(LocatedSector sector, double metres) {}
