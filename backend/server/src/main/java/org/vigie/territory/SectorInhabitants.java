package org.vigie.territory;

import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How many people live in the sectors of a version, where somebody told. */
@Repository
class SectorInhabitants {

    private final JdbcClient jdbc;

    SectorInhabitants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By code; what is not named stays as it was. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(UUID version, Map<String, Integer> byCode) {
        byCode.forEach((code, people) -> jdbc.sql("""
                        insert into territory.sector_inhabitants (jurisdiction_id, sector_version_id, sector_id, inhabitants)
                        select p.jurisdiction_id, p.sector_version_id, p.sector_id, :people
                        from territory.sector_shape p join territory.sector s using (jurisdiction_id, sector_id)
                        where p.sector_version_id = :version and s.code = :code
                        on conflict (jurisdiction_id, sector_version_id, sector_id) do update set inhabitants = excluded.inhabitants
                        """)
                .param("people", people)
                .param("version", version)
                .param("code", code)
                .update());
    }
}
