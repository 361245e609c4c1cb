package org.vigie.catalogue;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.geo.Ewkb;

/** Writes competences, activations and stop messages of the jurisdiction that is open. */
@Repository
public class CompetenceDraft {

    private final JdbcClient jdbc;
    private final CatalogueSnapshots snapshots;

    CompetenceDraft(JdbcClient jdbc, CatalogueSnapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    /**
     * What something holds for; empty stands for all.
     *
     * @param domain by code, or a category by code, not both
     * @param until not included; empty means for ever
     */
    public record Extent(
            Optional<UUID> groundId,
            Optional<String> domain,
            Optional<String> category,
            Instant from,
            Optional<Instant> until) {}

    /** Somebody else's organisation: what is theirs is forwarded to them. */
    @Transactional
    public UUID authority(String name) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into catalogue.organisation (jurisdiction_id, organisation_id, name, works_here)
                        values (access.current_jurisdiction(), :id, :name, false)
                        """).param("id", id).param("name", name).update();
        snapshots.forget();
        return id;
    }

    /** @param widthMetres from one side to the other */
    @Transactional
    public UUID road(String code, String name, MultiLineString line, double widthMetres) {
        return ground(code, name, new Shape(null, null, Ewkb.write(line), widthMetres));
    }

    @Transactional
    public UUID area(String code, String name, MultiPolygon polygon) {
        return ground(code, name, new Shape(null, Ewkb.write(polygon), null, null));
    }

    @Transactional
    public UUID sector(String code, String name, UUID sectorId) {
        return ground(code, name, new Shape(sectorId, null, null, null));
    }

    private record Shape(
            @Nullable UUID sectorId,
            byte @Nullable [] polygon,
            byte @Nullable [] line,
            @Nullable Double widthMetres) {}

    private UUID ground(String code, String name, Shape shape) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into catalogue.ground (jurisdiction_id, ground_id, code, name, sector_id, polygon, line, width_metres)
                        values (access.current_jurisdiction(), :id, :code, :name, :sector, st_geomfromewkb(:polygon), st_geomfromewkb(:line), :width)
                        """)
                .param("id", id)
                .param("code", code)
                .param("name", name)
                .param("sector", shape.sectorId())
                .param("polygon", shape.polygon())
                .param("line", shape.line())
                .param("width", shape.widthMetres())
                .update();
        snapshots.forget();
        return id;
    }

    /** @param serviceId of that organisation; empty: the category's own or else its first one */
    @Transactional
    public void competence(String code, UUID organisationId, Optional<UUID> serviceId, Extent extent) {
        statement(
                        "competence",
                        "code, organisation_id, service_id, holds_from, holds_until",
                        ":code, :organisation, :service, :from, :until",
                        extent)
                .param("code", code)
                .param("organisation", organisationId)
                .param("service", serviceId.orElse(null))
                .update();
        snapshots.forget();
    }

    /** Offers the domain or category where and when the extents of its activations say, and nowhere else. */
    @Transactional
    public void activate(Extent extent) {
        statement("activation", "offered_from, offered_until", ":from, :until", extent)
                .update();
        snapshots.forget();
    }

    /** @param refuses nothing is taken in meanwhile, except at the desk */
    @Transactional
    public void stop(String text, boolean refuses, Extent extent) {
        statement("stop_message", "text, refuses, starts_at, ends_at", ":text, :refuses, :from, :until", extent)
                .param("text", text)
                .param("refuses", refuses)
                .update();
        snapshots.forget();
    }

    private JdbcClient.StatementSpec statement(String table, String columns, String values, Extent extent) {
        return jdbc.sql("""
                        insert into catalogue.%1$s (jurisdiction_id, %1$s_id, ground_id, domain_id, category_id, %2$s)
                        values (access.current_jurisdiction(), :id, :ground, (select domain_id from catalogue.domain where code = :domain),
                            (select category_id from catalogue.category where code = :category), %3$s)
                        """.formatted(table, columns, values))
                .param("id", Ids.next())
                .param("ground", extent.groundId().orElse(null))
                .param("domain", extent.domain().orElse(null))
                .param("category", extent.category().orElse(null))
                .param("from", Timestamp.from(extent.from()))
                .param("until", extent.until().map(Timestamp::from).orElse(null));
    }
}
