package org.vigie.dashboard;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.dashboard.Life.Named;

/** Code and newest name of every sector there ever was. */
@Repository
class SectorNames {

    private final JdbcClient jdbc;

    SectorNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Map<UUID, Named> list() {
        Map<UUID, Named> names = new HashMap<>();
        jdbc.sql("""
                        select distinct on (s.sector_id) s.sector_id, s.code, p.name
                        from territory.sector s
                        join territory.sector_shape p using (jurisdiction_id, sector_id)
                        join territory.sector_version v using (jurisdiction_id, sector_version_id)
                        order by s.sector_id, v.version desc
                        """).query((RowCallbackHandler) row -> names.put(
                row.getObject("sector_id", UUID.class), new Named(row.getString("code"), row.getString("name"))));
        return names;
    }
}
