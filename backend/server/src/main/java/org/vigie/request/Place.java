package org.vigie.request;

import java.util.Optional;
import java.util.UUID;
import org.vigie.geo.Wgs84Point;
import org.vigie.territory.LocatedSector;
import org.vigie.territory.Placement;

/**
 * Where a request is, who told, and which sector that is by which rule.
 *
 * @param position absent while the request is still to be located
 * @param address as written by people; may be empty
 * @param sectorId of the serving set, at {@code sectorVersionId}
 * @param metresToEdge to the nearest edge of that sector, or of any sector when outside all
 */
public record Place(
        Optional<Wgs84Point> position,
        Source source,
        String address,
        Rule rule,
        Optional<UUID> sectorId,
        Optional<UUID> sectorVersionId,
        Optional<Double> metresToEdge) {

    /** Who told where it is. */
    public enum Source {
        PIN,
        GPS,
        PHOTO,
        ADDRESS,
        ASSET,
        IMPORT,
        NONE
    }

    /** How the sector was found. */
    public enum Rule {
        INSIDE,
        SHARED_EDGE,
        OVERLAP,
        NEAREST,
        CHOSEN,
        OUTSIDE,
        NO_SECTORS,
        TO_BE_LOCATED
    }

    /** Where a pin falls; nobody has written an address. */
    public static Place at(Wgs84Point position, Placement placement) {
        return new Place(
                Optional.of(position),
                Source.PIN,
                "",
                Rule.valueOf(placement.rule().name()),
                placement.sector().map(LocatedSector::sectorId),
                placement.sector().map(LocatedSector::versionId),
                Double.isFinite(placement.metresToEdge()) ? Optional.of(placement.metresToEdge()) : Optional.empty());
    }

    public static Place toBeLocated(String address) {
        return new Place(
                Optional.empty(),
                Source.NONE,
                address,
                Rule.TO_BE_LOCATED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
