package org.vigie.catalogue;

import java.util.UUID;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;

/** A named piece of ground that competences, offers and stop messages are told for. */
record Ground(UUID id, String name, Extent extent) {

    /** Where it lies, EPSG:4326. */
    sealed interface Extent {

        /** @param widthMetres from one side to the other: half of it lies on either side of the line */
        record Road(MultiLineString line, double widthMetres) implements Extent {}

        record Area(MultiPolygon polygon) implements Extent {}

        /** Wherever the lookup of that set finds the sector. */
        record OfSector(String sectorSetCode, UUID sectorId) implements Extent {}
    }
}
