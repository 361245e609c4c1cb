package org.vigie.territory;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;

/** Sector sets of the open jurisdiction and what is published of them. */
@Repository
class SectorSets {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    SectorSets(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The newest version, whether or not it holds yet. */
    record Latest(UUID versionId, byte[] sourceSha256, long sectors) {}

    /** Finds or makes the set and holds its row until the transaction ends: one import of a set at a time. */
    UUID ensure(String code, boolean serves, SectorImport.Kind kind) {
        // The jurisdiction's row is the lock that also decides between two first sets.
        jdbc.sql(
                        "select 1 from territory.jurisdiction where jurisdiction_id = access.current_jurisdiction() for update")
                .query(Integer.class)
                .single();
        boolean first = jdbc.sql("select not exists (select from territory.sector_set where serves)")
                .query(Boolean.class)
                .single();
        jdbc.sql("""
                        insert into territory.sector_set (jurisdiction_id, sector_set_id, code, name, kind)
                        values (access.current_jurisdiction(), :id, :code, :code, :kind) on conflict (jurisdiction_id, code) do nothing
                        """)
                .param("id", Ids.next())
                .param("code", code)
                .param("kind", kind.name())
                .update();
        if (serves || first) {
            jdbc.sql("update territory.sector_set set serves = false where serves and code <> :code")
                    .param("code", code)
                    .update();
            jdbc.sql("update territory.sector_set set serves = true where code = :code and not serves")
                    .param("code", code)
                    .update();
        }
        return jdbc.sql("select sector_set_id from territory.sector_set where code = :code and kind = :kind")
                .param("code", code)
                .param("kind", kind.name())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refusal.invalid("sector-set-of-other-kind", code));
    }

    Optional<Latest> latest(UUID set) {
        return jdbc.sql("""
                        select v.sector_version_id, v.source_sha256,
                            (select count(*) from territory.sector_shape p where p.sector_version_id = v.sector_version_id
                                and p.jurisdiction_id = v.jurisdiction_id) as sectors
                        from territory.sector_version v where v.sector_set_id = :set order by v.version desc limit 1
                        """)
                .param("set", set)
                .query((row, n) -> new Latest(
                        row.getObject("sector_version_id", UUID.class),
                        row.getBytes("source_sha256"),
                        row.getLong("sectors")))
                .optional();
    }

    /**
     * Counts what is new, changed and as before among the staged sectors, and names those that are gone.
     *
     * @return whether anything differs
     */
    boolean compare(Optional<UUID> previousVersion, ImportReport report) {
        jdbc.sql("""
                        with previous as (
                            select s.code, p.name, p.priority, p.shape from territory.sector_shape p join territory.sector s using (jurisdiction_id, sector_id)
                            where p.sector_version_id = cast(:previous as uuid)
                        )
                        select count(*) filter (where p.code is null) as created, count(*) filter (where same) as unchanged,
                            count(*) filter (where not same) as updated
                        from staged_sector s left join previous p using (code),
                        lateral (select p.name = s.name and p.priority = s.priority and st_asbinary(p.shape) = st_asbinary(s.shape) as same) c
                        """)
                .param("previous", previousVersion.map(UUID::toString).orElse(null))
                .query(row -> {
                    report.created(row.getLong("created"));
                    report.updated(row.getLong("updated"));
                    report.unchanged(row.getLong("unchanged"));
                });
        var gone = jdbc.sql("""
                        select s.code from territory.sector_shape p join territory.sector s using (jurisdiction_id, sector_id)
                        where p.sector_version_id = cast(:previous as uuid) and not exists (select from staged_sector t where t.code = s.code)
                        order by s.code collate "C"
                        """)
                .param("previous", previousVersion.map(UUID::toString).orElse(null))
                .query(String.class)
                .list();
        gone.forEach(code -> report.remark("sector %s is no longer there".formatted(code), Map.of()));
        ImportCounts counts = report.counts();
        return counts.created() + counts.updated() > 0 || !gone.isEmpty();
    }

    /** Makes the staged sectors the set's next version, which holds from the given instant; answers its id. */
    UUID publish(UUID set, byte[] sourceSha256, OffsetDateTime holdsFrom) {
        UUID version = Ids.next();
        jdbc.sql("""
                        insert into territory.sector (jurisdiction_id, sector_id, sector_set_id, code)
                        select access.current_jurisdiction(), gen_random_uuid(), :set, code from staged_sector
                        on conflict (jurisdiction_id, sector_set_id, code) do nothing
                        """).param("set", set).update();
        jdbc.sql("""
                        insert into territory.sector_version
                            (jurisdiction_id, sector_version_id, sector_set_id, version, holds_from, published_at, source_sha256)
                        select access.current_jurisdiction(), :version, :set, coalesce(max(version), 0) + 1, :from, access.now(), :sha256
                        from territory.sector_version where sector_set_id = :set
                        """)
                .param("version", version)
                .param("set", set)
                .param("from", holdsFrom)
                .param("sha256", sourceSha256)
                .update();
        jdbc.sql("""
                        insert into territory.sector_shape (jurisdiction_id, sector_version_id, sector_id, name, priority, shape)
                        select access.current_jurisdiction(), :version, s.sector_id, t.name, t.priority, t.shape
                        from staged_sector t join territory.sector s on s.sector_set_id = :set and s.code = t.code
                        """).param("version", version).param("set", set).update();
        events.publishEvent(new SectorsPublished(version, holdsFrom.toInstant()));
        return version;
    }
}
