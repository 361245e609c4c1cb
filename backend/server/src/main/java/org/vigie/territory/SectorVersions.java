package org.vigie.territory;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.vigie.geo.Ewkb;

/** The published versions of sector sets of the jurisdiction that is open. */
@Repository
class SectorVersions {

    private final JdbcClient jdbc;

    SectorVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The version of a set that holds at an instant.
     *
     * @param setCode null for the serving set
     * @return empty when there is no such set; a state without version when none holds yet
     */
    Optional<Held> held(@Nullable String setCode, Instant at) {
        return jdbc.sql("""
                        select v.sector_version_id, n.holds_from as until
                        from territory.sector_set s
                        left join lateral (
                            select v.sector_version_id from territory.sector_version v
                            where v.jurisdiction_id = s.jurisdiction_id and v.sector_set_id = s.sector_set_id and v.holds_from <= :at
                            order by v.holds_from desc, v.version desc limit 1
                        ) v on true
                        left join lateral (
                            select min(n.holds_from) as holds_from from territory.sector_version n
                            where n.jurisdiction_id = s.jurisdiction_id and n.sector_set_id = s.sector_set_id and n.holds_from > :at
                        ) n on true
                        where case when cast(:set as text) is null then s.serves else s.code = :set end
                        """)
                .param("set", setCode)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Held(
                        Optional.ofNullable(row.getObject("sector_version_id", UUID.class)),
                        Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .optional();
    }

    List<SectorSnapshot.Shape> shapes(UUID versionId) {
        return jdbc.sql("""
                        select p.sector_id, s.code, p.name, p.priority, v.version, st_asewkb(p.shape) as shape, st_area(p.shape::geography) as square_metres
                        from territory.sector_shape p
                        join territory.sector s using (jurisdiction_id, sector_id)
                        join territory.sector_version v using (jurisdiction_id, sector_version_id)
                        where p.sector_version_id = :version
                        """)
                .param("version", versionId)
                .query((row, n) -> new SectorSnapshot.Shape(
                        new LocatedSector(
                                row.getObject("sector_id", UUID.class),
                                row.getString("code"),
                                row.getString("name"),
                                versionId,
                                row.getInt("version")),
                        (MultiPolygon) Ewkb.read(row.getBytes("shape")),
                        row.getDouble("square_metres"),
                        row.getInt("priority")))
                .list();
    }

    /**
     * What holds for a set that exists.
     *
     * @param until when a version that is published already takes over
     */
    record Held(Optional<UUID> versionId, Optional<Instant> until) {}
}
