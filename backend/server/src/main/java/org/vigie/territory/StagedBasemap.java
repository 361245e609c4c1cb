package org.vigie.territory;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.access.database.CopyRows;

/** Base-map features on their way in; merged by their identity in the source. */
@Component
class StagedBasemap {

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    StagedBasemap(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    CopyRows open() {
        jdbc.sql("""
                        create temp table staged_basemap (number bigint not null, external_id text not null, kind text not null,
                            class text not null, name text not null, shape geometry(Geometry, 4326) not null) on commit drop
                        """).update();
        return new CopyRows(dataSource, "staged_basemap");
    }

    /** Stores what is new or changed; features of other files stay. */
    void merge(ImportReport report) {
        jdbc.sql("create index on staged_basemap (external_id, number)").update();
        repeated(report);
        jdbc.sql("analyze staged_basemap").update();
        long staged = jdbc.sql("select count(*) from staged_basemap")
                .query(Long.class)
                .single();
        long updated = jdbc.sql("""
                        update territory.basemap_feature b set kind = s.kind, class = s.class, name = s.name, shape = s.shape
                        from staged_basemap s
                        where b.jurisdiction_id = access.current_jurisdiction() and b.external_id = s.external_id
                          and (b.kind, b.class, b.name, st_asbinary(b.shape)) is distinct from (s.kind, s.class, s.name, st_asbinary(s.shape))
                        """).update();
        long created = jdbc.sql("""
                        insert into territory.basemap_feature (jurisdiction_id, external_id, kind, class, name, shape)
                        select access.current_jurisdiction(), external_id, kind, class, name, shape from staged_basemap
                        on conflict (jurisdiction_id, external_id) do nothing
                        """).update();
        report.created(created);
        report.updated(updated);
        report.unchanged(staged - created - updated);
    }

    /** The first of several features with one identity counts. */
    private void repeated(ImportReport report) {
        jdbc.sql("""
                        delete from staged_basemap s using staged_basemap earlier
                        where earlier.external_id = s.external_id and earlier.ctid < s.ctid returning s.number, s.external_id
                        """).query(row -> {
            report.note(row.getLong("number"), "%s is in the file twice".formatted(row.getString("external_id")));
            report.rejected(1);
        });
    }
}
