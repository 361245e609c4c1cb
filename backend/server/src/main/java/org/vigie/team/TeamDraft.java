package org.vigie.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;

/** Writes shifts, rota, absences, skills and default teams of the jurisdiction that is open. */
@Repository
public class TeamDraft {

    /** What a category may need: something one knows, or something one has. */
    public enum SkillKind {
        SKILL,
        MEANS
    }

    private final JdbcClient jdbc;
    private final Coverages coverages;

    TeamDraft(JdbcClient jdbc, Coverages coverages) {
        this.jdbc = jdbc;
        this.coverages = coverages;
    }

    @Transactional
    public UUID shift(String code, String name, List<Shift.Span> spans) {
        UUID id = Ids.next();
        jdbc.sql("insert into team.shift (jurisdiction_id, shift_id, code, name) "
                        + "values (access.current_jurisdiction(), :id, :code, :name)")
                .param("id", id)
                .param("code", code)
                .param("name", name)
                .update();
        for (Shift.Span span : spans) {
            jdbc.sql("insert into team.shift_span (jurisdiction_id, shift_id, iso_weekday, starts, ends) "
                            + "values (access.current_jurisdiction(), :id, :weekday, :starts, :ends)")
                    .param("id", id)
                    .param("weekday", span.weekday().getValue())
                    .param("starts", span.starts())
                    .param("ends", span.ends())
                    .update();
        }
        coverages.changed();
        return id;
    }

    /**
     * Puts a team on call during a shift.
     *
     * @param accountId who of its members answers
     * @param lastDay included; empty: until further notice
     */
    @Transactional
    public void onCall(
            UUID teamId, UUID shiftId, Optional<UUID> accountId, LocalDate firstDay, Optional<LocalDate> lastDay) {
        jdbc.sql("""
                        insert into team.on_call (jurisdiction_id, on_call_id, team_id, shift_id, account_id, first_day, last_day)
                        values (access.current_jurisdiction(), :id, :team, :shift, :account, :first, :last)
                        """)
                .param("id", Ids.next())
                .param("team", teamId)
                .param("shift", shiftId)
                .param("account", accountId.orElse(null))
                .param("first", firstDay)
                .param("last", lastDay.orElse(null))
                .update();
        coverages.changed();
    }

    /** @param lastDay included */
    @Transactional
    public void absent(UUID accountId, Optional<UUID> deputyId, LocalDate firstDay, LocalDate lastDay) {
        jdbc.sql("""
                        insert into team.absence (jurisdiction_id, absence_id, account_id, deputy_account_id, first_day, last_day)
                        values (access.current_jurisdiction(), :id, :account, :deputy, :first, :last)
                        """)
                .param("id", Ids.next())
                .param("account", accountId)
                .param("deputy", deputyId.orElse(null))
                .param("first", firstDay)
                .param("last", lastDay)
                .update();
        coverages.changed();
    }

    @Transactional
    public UUID skill(String code, String name, SkillKind kind) {
        UUID id = Ids.next();
        jdbc.sql("insert into team.skill (jurisdiction_id, skill_id, code, name, kind) "
                        + "values (access.current_jurisdiction(), :id, :code, :name, :kind)")
                .param("id", id)
                .param("code", code)
                .param("name", name)
                .param("kind", kind.name())
                .update();
        coverages.changed();
        return id;
    }

    @Transactional
    public void hold(UUID teamId, UUID skillId) {
        jdbc.sql("insert into team.team_skill (jurisdiction_id, team_id, skill_id) "
                        + "values (access.current_jurisdiction(), :team, :skill)")
                .param("team", teamId)
                .param("skill", skillId)
                .update();
        coverages.changed();
    }

    @Transactional
    public void need(UUID categoryId, UUID skillId) {
        jdbc.sql("insert into team.category_skill (jurisdiction_id, category_id, skill_id) "
                        + "values (access.current_jurisdiction(), :category, :skill)")
                .param("category", categoryId)
                .param("skill", skillId)
                .update();
        coverages.changed();
    }

    /** Changes the default team of a sector, which has one from the first. */
    @Transactional
    public void sectorDefault(UUID sectorId, UUID teamId) {
        jdbc.sql("""
                        insert into team.sector_default (jurisdiction_id, sector_id, team_id)
                        values (access.current_jurisdiction(), :sector, :team)
                        on conflict (jurisdiction_id, sector_id) do update set team_id = excluded.team_id
                        """).param("sector", sectorId).param("team", teamId).update();
        coverages.changed();
    }
}
