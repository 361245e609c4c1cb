package org.vigie.team;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;

/** Who covers what in the jurisdiction that is open, kept in memory. */
@Repository
public class Coverages {

    private final JdbcClient jdbc;
    private final Shifts shifts;
    private final JurisdictionSnapshot<Coverage> snapshot;

    Coverages(JdbcClient jdbc, CoverageReader reader, Shifts shifts, JurisdictionSnapshots snapshots) {
        this.jdbc = jdbc;
        this.shifts = shifts;
        this.snapshot = snapshots.of("team", reader::read);
    }

    /**
     * As it stands; may be asked for many occasions.
     *
     * @throws IllegalStateException when there is no team of last resort, which every jurisdiction is given when it is added
     */
    public Coverage read() {
        return snapshot.get();
    }

    /** At least one of sector and category must be named; empty stands for all. */
    @Transactional
    public void add(UUID teamId, Optional<UUID> sectorId, Optional<UUID> categoryId) {
        add(teamId, sectorId, categoryId, Optional.empty());
    }

    /** As {@link #add(UUID, Optional, Optional)}, during a shift only. */
    @Transactional
    public void add(UUID teamId, Optional<UUID> sectorId, Optional<UUID> categoryId, Optional<UUID> shiftId) {
        jdbc.sql("""
                        insert into team.coverage (jurisdiction_id, coverage_id, team_id, sector_id, category_id, shift_id)
                        values (access.current_jurisdiction(), :id, :team, :sector, :category, :shift)
                        """)
                .param("id", Ids.next())
                .param("team", teamId)
                .param("sector", sectorId.orElse(null))
                .param("category", categoryId.orElse(null))
                .param("shift", shiftId.orElse(null))
                .update();
        changed();
    }

    /** What it is read from was changed here. */
    void changed() {
        shifts.forget();
        snapshot.forget();
    }
}
