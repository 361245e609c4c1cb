package org.vigie.territory.asset;

import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;
import org.vigie.access.database.CopyRows;
import org.vigie.territory.ImportReport;

/** Things of one kind on their way in, in a table of the running transaction. */
@Component
class StagedAssets {

    /** Fewer than these may all be gone at once. */
    private static final int FEW = 10;

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    StagedAssets(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /** Two imports of one kind wait for each other here. */
    CopyRows open(String kind) {
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended(access.current_jurisdiction()::text || ' asset ' || :kind, 1))")
                .param("kind", kind)
                .query((row, n) -> true)
                .single();
        jdbc.sql("""
                        create temp table staged_asset (number bigint not null, code text not null, name text not null,
                            location geometry(Point, 4326), shape geometry(Geometry, 4326)) on commit drop
                        """).update();
        return new CopyRows(dataSource, "staged_asset");
    }

    static void append(AssetReading.Row row, CopyRows to) {
        to.row(row.number(), row.code(), row.name(), row.place(), row.shape());
    }

    /**
     * Stores what is new or changed, and retires what the file has no more.
     *
     * @throws Refusal assets-none, assets-vanish
     */
    void merge(AssetImport.Order order, Instant now, ImportReport report) {
        jdbc.sql("create index on staged_asset (code)").update();
        jdbc.sql("analyze staged_asset").update();
        long staged = count("select count(*) from staged_asset where location is not null");
        if (staged == 0) {
            throw Refusal.invalid("assets-none", order.kind());
        }
        refuseVanishing(order);
        long updated = update(order.kind());
        long created = insert(order.kind());
        report.updated(updated);
        report.created(created);
        report.unchanged(staged - updated - created);
        retire(order.kind(), now, report);
    }

    private void refuseVanishing(AssetImport.Order order) {
        long there = jdbc.sql("select count(*) from territory.asset where kind = :kind and retired_at is null")
                .param("kind", order.kind())
                .query(Long.class)
                .single();
        long gone = jdbc.sql("""
                        select count(*) from territory.asset a where a.kind = :kind and a.retired_at is null
                          and not exists (select from staged_asset s where s.code = a.code)
                        """).param("kind", order.kind()).query(Long.class).single();
        if (!order.mayRetireMost() && gone >= FEW && gone * 2 > there) {
            throw Refusal.invalid("assets-vanish", order.kind(), gone, there);
        }
    }

    private long update(String kind) {
        return jdbc.sql("""
                        update territory.asset a set name = s.name, location = s.location, shape = s.shape, retired_at = null
                        from staged_asset s
                        where a.kind = :kind and a.code = s.code and s.location is not null
                          and (a.name, st_asbinary(a.location), st_asbinary(a.shape), a.retired_at)
                              is distinct from (s.name, st_asbinary(s.location), st_asbinary(s.shape), null)
                        """).param("kind", kind).update();
    }

    private long insert(String kind) {
        return jdbc.sql("""
                        insert into territory.asset (jurisdiction_id, asset_id, kind, code, name, location, shape)
                        select access.current_jurisdiction(), gen_random_uuid(), :kind, s.code, s.name, s.location, s.shape
                        from staged_asset s where s.location is not null
                        on conflict (jurisdiction_id, kind, code) do nothing
                        """).param("kind", kind).update();
    }

    private void retire(String kind, Instant now, ImportReport report) {
        jdbc.sql("""
                        update territory.asset a set retired_at = :now
                        where a.kind = :kind and a.retired_at is null and not exists (select from staged_asset s where s.code = a.code)
                        returning a.code
                        """).param("now", Timestamp.from(now)).param("kind", kind).query(row -> {
            report.remark("%s is in the file no more: retired".formatted(row.getString("code")), java.util.Map.of());
            report.retired(1);
        });
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
