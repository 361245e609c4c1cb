package org.vigie.team;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.territory.NewSectors;

/** A sector that is new is served by the teams of the one its ground was in, until it is given others: it never is without. */
@Component
class BornSectors {

    private final JdbcClient jdbc;

    BornSectors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void serve(NewSectors sectors) {
        sectors.bornFrom().forEach(this::serve);
    }

    private void serve(UUID sectorId, UUID bornFrom) {
        jdbc.sql("""
                        insert into team.coverage (jurisdiction_id, coverage_id, team_id, sector_id, category_id, shift_id)
                        select jurisdiction_id, gen_random_uuid(), team_id, :sector, category_id, shift_id from team.coverage
                        where sector_id = :from and not exists (select from team.coverage own where own.sector_id = :sector)
                        """).param("sector", sectorId).param("from", bornFrom).update();
        jdbc.sql("""
                        update team.sector_default d set team_id = o.team_id
                        from team.sector_default o
                        where d.sector_id = :sector and o.jurisdiction_id = d.jurisdiction_id and o.sector_id = :from
                        """).param("sector", sectorId).param("from", bornFrom).update();
    }
}
