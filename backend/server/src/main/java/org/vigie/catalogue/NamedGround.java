package org.vigie.catalogue;

import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;

/**
 * A named piece of ground and who speaks of it.
 *
 * @param sectorId of a ground that is a sector
 * @param shape of a sector as it holds now; empty for a sector that is no longer there
 * @param widthMetres of a road, from one side to the other
 */
public record NamedGround(
        UUID id,
        String code,
        String name,
        Kind kind,
        Optional<UUID> sectorId,
        Optional<Geometry> shape,
        Optional<Double> widthMetres,
        Uses uses) {

    /** What it is. */
    public enum Kind {
        AREA,
        ROAD,
        SECTOR
    }

    /** How many competences, offers and stop messages are told for it: all of them follow when it is redrawn. */
    public record Uses(int competences, int offers, int stopMessages) {}

    /**
     * A sector that may become a ground.
     *
     * @param set name of its set
     * @param serves its set is the one that teams are assigned by
     */
    public record Sector(UUID id, String set, boolean serves, String code, String name) {}
}
