package org.vigie.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Geometries;

/** Writes the named pieces of ground of the jurisdiction that is open. */
@Repository
public class GroundDraft {

    private static final int LONGEST_CODE = 40;
    private static final int MOST_CORNERS = 20_000;

    private final JdbcClient jdbc;
    private final CatalogueSnapshots snapshots;

    GroundDraft(JdbcClient jdbc, CatalogueSnapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    /**
     * Draws an area or a road, or draws the one of that id anew: whatever is told for it follows.
     *
     * @param shape polygons, or lines of a road
     * @param widthMetres of a road, from one side to the other; empty for an area
     * @throws Refusal ground-shape-invalid, ground-width-missing, or ground-is-a-sector for one that follows its sector
     */
    @Transactional
    public void draw(UUID id, String name, Geometry shape, Optional<Double> widthMetres) {
        boolean isRoad = shape instanceof LineString || shape instanceof MultiLineString;
        if (isRoad != widthMetres.isPresent()) {
            throw Refusal.invalid("ground-width-missing");
        }
        byte[] ewkb = Ewkb.write(isRoad ? lines(checked(shape)) : polygons(checked(shape)));
        refuseSector(id);
        jdbc.sql("""
                        insert into catalogue.ground (jurisdiction_id, ground_id, code, name, polygon, line, width_metres)
                        values (access.current_jurisdiction(), :id, :code, :name, st_geomfromewkb(:polygon), st_geomfromewkb(:line), :width)
                        on conflict (jurisdiction_id, ground_id) do update
                        set name = excluded.name, polygon = excluded.polygon, line = excluded.line, width_metres = excluded.width_metres
                        """)
                .param("id", id)
                .param("code", codeFor(name))
                .param("name", name)
                .param("polygon", isRoad ? null : ewkb)
                .param("line", isRoad ? ewkb : null)
                .param("width", widthMetres.orElse(null))
                .update();
        snapshots.forget();
    }

    /**
     * The ground that is this sector; made when there is none yet.
     *
     * @throws Refusal reference-unknown when there is no such sector
     */
    @Transactional
    public UUID ofSector(UUID sectorId) {
        Optional<UUID> known = jdbc.sql(
                        "select ground_id from catalogue.ground where sector_id = :sector order by code collate \"C\" limit 1")
                .param("sector", sectorId)
                .query(UUID.class)
                .optional();
        return known.orElseGet(() -> makeOfSector(sectorId));
    }

    private UUID makeOfSector(UUID sectorId) {
        String name = jdbc.sql("""
                        select p.name from territory.sector_shape p join territory.sector_version v using (jurisdiction_id, sector_version_id)
                        where p.sector_id = :sector order by v.holds_from desc limit 1
                        """)
                .param("sector", sectorId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.invalid("reference-unknown"));
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into catalogue.ground (jurisdiction_id, ground_id, code, name, sector_id)
                        values (access.current_jurisdiction(), :id, :code, :name, :sector)
                        """)
                .param("id", id)
                .param("code", codeFor(name))
                .param("name", name)
                .param("sector", sectorId)
                .update();
        snapshots.forget();
        return id;
    }

    private void refuseSector(UUID id) {
        jdbc.sql("select name from catalogue.ground where ground_id = :id and sector_id is not null")
                .param("id", id)
                .query(String.class)
                .optional()
                .ifPresent(name -> {
                    throw Refusal.invalid("ground-is-a-sector", name);
                });
    }

    /** "Île-de-la-Gare" becomes ILE-DE-LA-GARE; with a number behind it when that is taken. */
    private String codeFor(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String code = plain.isEmpty() ? "LIEU" : plain.substring(0, Math.min(plain.length(), LONGEST_CODE));
        int next = jdbc.sql("select count(*) from catalogue.ground where code = :code or code like :code || '-%'")
                .param("code", code)
                .query(Integer.class)
                .single();
        return next == 0 ? code : code + "-" + Ids.next().toString().substring(24);
    }

    private static Geometry checked(Geometry shape) {
        Envelope around = shape.getEnvelopeInternal();
        boolean isOnEarth = !shape.isEmpty()
                && around.getMinX() >= -180
                && around.getMaxX() <= 180
                && around.getMinY() >= -90
                && around.getMaxY() <= 90;
        if (!isOnEarth || shape.getNumPoints() > MOST_CORNERS || !shape.isValid()) {
            throw Refusal.invalid("ground-shape-invalid");
        }
        return shape;
    }

    private static Geometry polygons(Geometry shape) {
        try {
            return Geometries.asMultiPolygon(shape);
        } catch (IllegalArgumentException notPolygons) {
            throw Refusal.invalid("ground-shape-invalid");
        }
    }

    private static Geometry lines(Geometry shape) {
        return shape instanceof LineString line
                ? Geometries.FACTORY.createMultiLineString(new LineString[] {line})
                : shape;
    }

    /** @throws Refusal reference-unknown when there is no such ground here */
    @Transactional(readOnly = true)
    public UUID existing(UUID id) {
        return jdbc.sql("select ground_id from catalogue.ground where ground_id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refusal.invalid("reference-unknown"));
    }
}
