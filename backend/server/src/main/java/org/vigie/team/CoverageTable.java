package org.vigie.team;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChanges;

/** Who covers what in the jurisdiction that is open, as it is set up. What is changed here holds for what comes in from then on. */
@Repository
public class CoverageTable {

    /** How changes of what a team covers are kept: followed by its id. */
    public static final String CELLS = "coverage/";
    /** How changes of a sector's default team are kept: followed by the sector's id. */
    public static final String DEFAULTS = "sector-team/";

    /** Null stands for all: everywhere, every category, always. */
    public record Cell(
            @Nullable UUID sectorId,
            @Nullable UUID categoryId,
            @Nullable UUID shiftId) {}

    /** A sector that is drawn now or will be, and its default team. */
    public record Sector(UUID id, String code, String name, UUID teamId) {}

    private final JdbcClient jdbc;
    private final Coverages coverages;
    private final SettingChanges changes;

    CoverageTable(JdbcClient jdbc, Coverages coverages, SettingChanges changes) {
        this.jdbc = jdbc;
        this.coverages = coverages;
        this.changes = changes;
    }

    /** By team. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Cell>> cells() {
        return jdbc
                .sql("select team_id, sector_id, category_id, shift_id from team.coverage order by coverage_id")
                .query((row, n) -> Map.entry(
                        row.getObject("team_id", UUID.class),
                        new Cell(
                                row.getObject("sector_id", UUID.class),
                                row.getObject("category_id", UUID.class),
                                row.getObject("shift_id", UUID.class))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** Of the set that serves, by code. */
    @Transactional(readOnly = true)
    public List<Sector> sectors() {
        return jdbc.sql("""
                        with holding as (
                            select v.sector_version_id
                            from territory.sector_version v join territory.sector_set s using (jurisdiction_id, sector_set_id)
                            where s.serves and v.holds_from <= (select access.now()) order by v.holds_from desc, v.version desc limit 1
                        )
                        select s.sector_id, s.code, drawn.name, d.team_id
                        from territory.sector s
                        join territory.sector_set st using (jurisdiction_id, sector_set_id)
                        join team.sector_default d using (jurisdiction_id, sector_id)
                        cross join lateral (
                            select p.name
                            from territory.sector_shape p join territory.sector_version v using (jurisdiction_id, sector_version_id)
                            where p.jurisdiction_id = s.jurisdiction_id and p.sector_id = s.sector_id
                                and (v.holds_from > (select access.now()) or v.sector_version_id in (select sector_version_id from holding))
                            order by v.holds_from desc, v.version desc limit 1) drawn
                        where st.serves
                        order by s.code collate "C"
                        """)
                .query((row, n) -> new Sector(
                        row.getObject("sector_id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("team_id", UUID.class)))
                .list();
    }

    /**
     * What a team covers from now on, all of it.
     *
     * @param seen revision that the caller read
     * @throws Refusal setting-changed-meanwhile, not-found, cell-names-nothing, reference-unknown; cell-covered when another team has one
     */
    @Transactional
    public void replace(UUID teamId, List<Cell> wanted, int seen, String reason) {
        needWorking(teamId, () -> Refusal.notFound("team"));
        if (wanted.stream().anyMatch(cell -> cell.sectorId() == null && cell.categoryId() == null)) {
            throw Refusal.invalid("cell-names-nothing");
        }
        changes.note(CELLS + teamId, seen, reason);
        List<Cell> had = cells().getOrDefault(teamId, List.of());
        had.stream().filter(Predicate.not(wanted::contains)).forEach(this::remove);
        wanted.stream().distinct().filter(Predicate.not(had::contains)).forEach(cell -> add(teamId, cell));
        coverages.changed();
    }

    /**
     * Another team is the default of a sector, which is never without one.
     *
     * @throws Refusal setting-changed-meanwhile, not-found, unknown-team
     */
    @Transactional
    public void makeDefault(UUID sectorId, UUID teamId, int seen, String reason) {
        needWorking(teamId, () -> Refusal.invalid("unknown-team", teamId));
        changes.note(DEFAULTS + sectorId, seen, reason);
        int changed = jdbc.sql("update team.sector_default set team_id = :team where sector_id = :sector")
                .param("team", teamId)
                .param("sector", sectorId)
                .update();
        if (changed == 0) {
            throw Refusal.notFound("sector");
        }
        coverages.changed();
    }

    /** It goes on working until this transaction ends. */
    private void needWorking(UUID teamId, Supplier<Refusal> otherwise) {
        boolean works = jdbc.sql("select active from team.team where team_id = :id for key share")
                .param("id", teamId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (!works) {
            throw otherwise.get();
        }
    }

    private void add(UUID teamId, Cell cell) {
        covers(cell).ifPresent(other -> {
            throw new Refusal(Refusal.Kind.CONFLICT, "cell-covered", other);
        });
        try {
            coverages.add(
                    teamId,
                    Optional.ofNullable(cell.sectorId()),
                    Optional.ofNullable(cell.categoryId()),
                    Optional.ofNullable(cell.shiftId()));
        } catch (DuplicateKeyException meanwhile) {
            throw new Refusal(Refusal.Kind.CONFLICT, "cell-covered", "…");
        } catch (DataIntegrityViolationException pointsNowhere) {
            throw Refusal.invalid("reference-unknown");
        }
    }

    /** Code and name of the team that has the cell already. */
    private Optional<String> covers(Cell cell) {
        return jdbc.sql("""
                        select t.code || ', ' || t.name as label
                        from team.coverage c join team.team t using (jurisdiction_id, team_id)
                        where c.sector_id is not distinct from cast(:sector as uuid)
                            and c.category_id is not distinct from cast(:category as uuid)
                            and c.shift_id is not distinct from cast(:shift as uuid)
                        """)
                .param("sector", cell.sectorId())
                .param("category", cell.categoryId())
                .param("shift", cell.shiftId())
                .query((row, n) -> row.getString("label"))
                .optional();
    }

    private void remove(Cell cell) {
        jdbc.sql("""
                        delete from team.coverage
                        where sector_id is not distinct from cast(:sector as uuid)
                            and category_id is not distinct from cast(:category as uuid)
                            and shift_id is not distinct from cast(:shift as uuid)
                        """)
                .param("sector", cell.sectorId())
                .param("category", cell.categoryId())
                .param("shift", cell.shiftId())
                .update();
    }
}
