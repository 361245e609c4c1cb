package org.vigie.territory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.MultiPolygon;
import org.vigie.geo.Areas;
import org.vigie.geo.Ewkb;
import org.vigie.geo.GeoJsonModule;
import org.vigie.geo.Wgs84Point;
import tools.jackson.databind.json.JsonMapper;

/** The sectors of the city that is measured: as a file to import, and as they are looked up once they are in. */
public final class CitySectors {

    private static final int SECTORS = 500;
    private static final int CORNERS = 200;

    /** As the service has it. */
    private static final double TOLERANCE_METRES = 25;

    /** One that was read from the database. */
    public record Stored(UUID sectorId, String code, String name, UUID versionId, int version, byte[] shape) {}

    /** @param sector code; empty outside of all */
    public record Placed(String rule, String code, UUID sectorId, UUID versionId, double metresToEdge) {}

    private final SectorSnapshot snapshot;

    public CitySectors(List<Stored> sectors) {
        this.snapshot = new SectorSnapshot(
                sectors.getFirst().versionId(),
                sectors.stream().map(CitySectors::shape).toList());
    }

    private CitySectors(SectorSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** As many over the same ground, the smaller the more. */
    public static CitySectors made(int sectors) {
        return new CitySectors(new SectorSnapshot(new UUID(0, 1), BenchSectors.city(sectors, CORNERS)));
    }

    private static SectorSnapshot.Shape shape(Stored stored) {
        MultiPolygon shape = (MultiPolygon) Ewkb.read(stored.shape());
        return new SectorSnapshot.Shape(
                new LocatedSector(
                        stored.sectorId(), stored.code(), stored.name(), stored.versionId(), stored.version()),
                shape,
                Areas.squareMetres(shape),
                0);
    }

    public Placed locate(double longitude, double latitude) {
        Placement placement = snapshot.locate(new Wgs84Point(longitude, latitude), TOLERANCE_METRES);
        LocatedSector sector = placement.sector().orElse(null);
        return new Placed(
                placement.rule().name(),
                sector == null ? "" : sector.code(),
                sector == null ? null : sector.sectorId(),
                sector == null ? null : sector.versionId(),
                placement.metresToEdge());
    }

    /** As GeoJSON, with code and name. */
    public static void write(Path file) throws IOException {
        JsonMapper json = JsonMapper.builder().addModule(new GeoJsonModule()).build();
        Files.writeString(
                file,
                BenchSectors.city(SECTORS, CORNERS).stream()
                        .map(shape ->
                                "{\"type\":\"Feature\",\"properties\":{\"code\":\"%1$s\",\"name\":\"Secteur %1$s\"},\"geometry\":%2$s}"
                                        .formatted(shape.sector().code(), json.writeValueAsString(shape.shape())))
                        .collect(Collectors.joining(
                                ",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}\n")));
    }
}
