package org.vigie.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.access.Ids;
import org.vigie.demo.town.AreaKind;
import org.vigie.demo.town.BuildingKind;
import org.vigie.demo.town.Town;
import org.vigie.geo.Geometries;
import org.vigie.intake.address.FoldedText;
import org.vigie.territory.Jurisdictions;

/** Lays the town down in the database: commune, sectors, base map, addresses and what the town keeps up. */
@Component
class Ground {

    static final String SECTORS = "secteurs";
    static final String DISTRICTS = "quartiers";

    private final Jurisdictions jurisdictions;
    private final Rows rows;
    private final JdbcClient jdbc;

    Ground(Jurisdictions jurisdictions, Rows rows, JdbcClient jdbc) {
        this.jurisdictions = jurisdictions;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** One area of a sector set. */
    private record Piece(UUID id, String name, Polygon polygon) {}

    /** @param heldFrom since when the sectors hold */
    void lay(Town town, Instant heldFrom) {
        jurisdictions.add(Geometries.asMultiPolygon(town.boundary()), true);
        jdbc.sql("""
                        update territory.jurisdiction
                        set hotline_number = '0 800 18 00 18', hotline_cost_note = 'appel gratuit depuis un poste fixe'
                        where jurisdiction_id = access.current_jurisdiction()
                        """).update();
        Map<String, Piece> sectors = new LinkedHashMap<>();
        town.sectors().forEach(s -> sectors.put(s.code(), new Piece(Ids.next(), s.name(), s.polygon())));
        Map<String, Piece> districts = new LinkedHashMap<>();
        town.districts().forEach(d -> districts.put(d.code(), new Piece(Ids.next(), d.name(), d.polygon())));
        publish(SECTORS, "Secteurs d’intervention", sectors, heldFrom);
        publish(DISTRICTS, "Quartiers", districts, heldFrom);
        drawBasemap(town);
        writeAddresses(town);
        rows.add(
                "territory.asset",
                "asset_id, kind, code, name, location",
                sink -> town.assets()
                        .forEach(asset ->
                                sink.row(Ids.next(), asset.kind(), asset.code(), asset.name(), asset.point())));
    }

    private void publish(String code, String name, Map<String, Piece> pieces, Instant heldFrom) {
        UUID set = Ids.next();
        UUID version = Ids.next();
        rows.add(
                "territory.sector_set",
                "sector_set_id, code, name, serves",
                sink -> sink.row(set, code, name, code.equals(SECTORS)));
        rows.add(
                "territory.sector_version",
                "sector_version_id, sector_set_id, version, holds_from, published_at, source_sha256",
                sink -> sink.row(version, set, 1, heldFrom, heldFrom, sha256(code)));
        rows.add(
                "territory.sector",
                "sector_id, sector_set_id, code",
                sink -> pieces.forEach((sector, piece) -> sink.row(piece.id(), set, sector)));
        rows.add(
                "territory.sector_shape",
                "sector_version_id, sector_id, name, shape",
                sink -> pieces.values()
                        .forEach(piece -> sink.row(
                                version, piece.id(), piece.name(), Geometries.asMultiPolygon(piece.polygon()))));
    }

    /** Bridges need nothing of their own: streets are drawn over water. */
    private void drawBasemap(Town town) {
        Geometry commune = town.boundary();
        rows.add("territory.basemap_feature", "kind, class, name, shape", sink -> {
            town.areas().forEach(area -> {
                if (area.kind() == AreaKind.SQUARE) {
                    sink.row("PLACE", "square", area.name(), area.polygon().getInteriorPoint());
                } else {
                    sink.row(kind(area.kind()), word(area.kind()), area.name(), area.polygon());
                }
            });
            town.streets().forEach(s -> sink.row("STREET", word(s.kind()), s.name(), s.line()));
            town.rails().forEach(rail -> sink.row("RAIL", "", rail.name(), rail.line()));
            town.buildings().stream()
                    .filter(building -> commune.getEnvelopeInternal()
                            .covers(building.polygon().getEnvelopeInternal()))
                    .forEach(building -> sink.row(
                            building.kind() == BuildingKind.HOUSE ? "BUILDING" : "LANDMARK",
                            "",
                            building.name(),
                            building.polygon()));
        });
    }

    private void writeAddresses(Town town) {
        byte[] source = sha256(Town.NAME);
        rows.add(
                "intake.address",
                "address_id, house_number, street, postcode, locality, label, folded, location, import_sha256",
                sink -> {
                    int number = 0;
                    for (var address : town.addresses()) {
                        sink.row(
                                "aubrelle-%05d".formatted(++number),
                                address.number().label(),
                                address.street(),
                                address.postcode(),
                                Town.NAME,
                                address.label(),
                                FoldedText.of(
                                        address.number().label(), address.street(), address.postcode(), Town.NAME),
                                address.point(),
                                source);
                    }
                });
    }

    private static String kind(AreaKind kind) {
        return switch (kind) {
            case WATER -> "WATER";
            case WOOD -> "WOOD";
            case BUILT_UP -> "BUILT_UP";
            case PARK, CEMETERY, SPORT -> "GREEN";
            case SQUARE -> "PLACE";
        };
    }

    private static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
