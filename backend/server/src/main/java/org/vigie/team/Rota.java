package org.vigie.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChanges;

/** Who is on call and who is away in the jurisdiction that is open, as it is planned. */
@Repository
public class Rota {

    /** How changes of a period on call are kept: followed by its id. */
    public static final String DUTIES = "duty/";
    /** How changes of an absence are kept: followed by its id. */
    public static final String ABSENCES = "absence/";

    /**
     * A team is on call during a shift.
     *
     * @param accountId who of its members answers
     * @param lastDay included, by the day on which a span begins; null: until further notice
     */
    public record Duty(
            UUID id,
            UUID teamId,
            UUID shiftId,
            @Nullable UUID accountId,
            LocalDate firstDay,
            @Nullable LocalDate lastDay) {}

    /** @param lastDay included */
    public record Absence(UUID id, UUID accountId, @Nullable UUID deputyId, LocalDate firstDay, LocalDate lastDay) {}

    private final JdbcClient jdbc;
    private final Coverages coverages;
    private final Attendances attendances;
    private final SettingChanges changes;

    Rota(JdbcClient jdbc, Coverages coverages, Attendances attendances, SettingChanges changes) {
        this.jdbc = jdbc;
        this.coverages = coverages;
        this.attendances = attendances;
        this.changes = changes;
    }

    /** Those that are not over before that day, the first first. */
    @Transactional(readOnly = true)
    public List<Duty> duties(LocalDate from) {
        return jdbc.sql("""
                        select d.* from team.on_call d join team.team t using (jurisdiction_id, team_id)
                        where coalesce(d.last_day, :from) >= :from and t.active
                        order by d.first_day, t.code, d.on_call_id
                        """)
                .param("from", from)
                .query((row, n) -> new Duty(
                        row.getObject("on_call_id", UUID.class),
                        row.getObject("team_id", UUID.class),
                        row.getObject("shift_id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    /**
     * Puts a team on call, or changes for how long. Two teams are never on call for the same shift on the same day; the same team may be
     * twice, as when one of its members answers for a week: what begins later goes first.
     *
     * @param seen revision that the caller read
     * @throws Refusal setting-changed-meanwhile, period-reversed, unknown-team, duty-member; duty-taken with who is on call then
     */
    @Transactional
    public void put(Duty duty, int seen, String reason) {
        checkPeriod(duty.firstDay(), duty.lastDay());
        changes.note(DUTIES + duty.id(), seen, reason);
        checkParts(duty);
        taken(duty).ifPresent(by -> {
            throw new Refusal(Refusal.Kind.CONFLICT, "duty-taken", by);
        });
        jdbc.sql("""
                        insert into team.on_call (jurisdiction_id, on_call_id, team_id, shift_id, account_id, first_day, last_day)
                        values (access.current_jurisdiction(), :id, :team, :shift, :account, :first, :last)
                        on conflict (jurisdiction_id, on_call_id) do update
                        set team_id = excluded.team_id, shift_id = excluded.shift_id, account_id = excluded.account_id,
                            first_day = excluded.first_day, last_day = excluded.last_day
                        """)
                .param("id", duty.id())
                .param("team", duty.teamId())
                .param("shift", duty.shiftId())
                .param("account", duty.accountId())
                .param("first", duty.firstDay())
                .param("last", duty.lastDay())
                .update();
        changed();
    }

    /** @throws Refusal setting-changed-meanwhile, not-found */
    @Transactional
    public void removeDuty(UUID id, int seen) {
        remove("delete from team.on_call where on_call_id = :id", DUTIES, id, seen);
    }

    /** Those that are not over before that day, the first first. */
    @Transactional(readOnly = true)
    public List<Absence> absences(LocalDate from) {
        return jdbc.sql("select * from team.absence where last_day >= :from order by first_day, absence_id")
                .param("from", from)
                .query((row, n) -> new Absence(
                        row.getObject("absence_id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getObject("deputy_account_id", UUID.class),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    /** @throws Refusal setting-changed-meanwhile, period-reversed, delegation-to-oneself, reference-unknown */
    @Transactional
    public void put(Absence absence, int seen) {
        checkPeriod(absence.firstDay(), absence.lastDay());
        if (absence.accountId().equals(absence.deputyId())) {
            throw Refusal.invalid("delegation-to-oneself");
        }
        changes.note(ABSENCES + absence.id(), seen, "");
        try {
            jdbc.sql("""
                            insert into team.absence (jurisdiction_id, absence_id, account_id, deputy_account_id, first_day, last_day)
                            values (access.current_jurisdiction(), :id, :account, :deputy, :first, :last)
                            on conflict (jurisdiction_id, absence_id) do update
                            set account_id = excluded.account_id, deputy_account_id = excluded.deputy_account_id,
                                first_day = excluded.first_day, last_day = excluded.last_day
                            """)
                    .param("id", absence.id())
                    .param("account", absence.accountId())
                    .param("deputy", absence.deputyId())
                    .param("first", absence.firstDay())
                    .param("last", absence.lastDay())
                    .update();
        } catch (DataIntegrityViolationException pointsNowhere) {
            throw Refusal.invalid("reference-unknown");
        }
        changed();
    }

    /** @throws Refusal setting-changed-meanwhile, not-found */
    @Transactional
    public void removeAbsence(UUID id, int seen) {
        remove("delete from team.absence where absence_id = :id", ABSENCES, id, seen);
    }

    private void remove(String sql, String subject, UUID id, int seen) {
        if (jdbc.sql(sql).param("id", id).update() == 0) {
            throw Refusal.notFound(subject.substring(0, subject.length() - 1));
        }
        changes.note(subject + id, seen, "");
        changed();
    }

    private static void checkPeriod(LocalDate firstDay, @Nullable LocalDate lastDay) {
        if (lastDay != null && lastDay.isBefore(firstDay)) {
            throw Refusal.invalid("period-reversed");
        }
    }

    /** The shift is locked, so that two who plan the same week come one after the other. */
    private void checkParts(Duty duty) {
        if (jdbc.sql("select shift_id from team.shift where shift_id = :id for no key update")
                .param("id", duty.shiftId())
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw Refusal.invalid("reference-unknown");
        }
        if (jdbc.sql("select team_id from team.team where team_id = :id and active for key share")
                .param("id", duty.teamId())
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw Refusal.invalid("unknown-team", duty.teamId());
        }
        boolean isMember = duty.accountId() == null
                || jdbc.sql("select account_id from team.member where team_id = :team and account_id = :account")
                        .param("team", duty.teamId())
                        .param("account", duty.accountId())
                        .query(UUID.class)
                        .optional()
                        .isPresent();
        if (!isMember) {
            throw Refusal.invalid("duty-member");
        }
    }

    /** The other team that is on call for that shift on one of those days. */
    private Optional<String> taken(Duty duty) {
        return jdbc.sql("""
                        select t.code || ', ' || t.name as label
                        from team.on_call d join team.team t using (jurisdiction_id, team_id)
                        where d.shift_id = :shift and d.team_id <> :team and d.on_call_id <> :id and t.active
                            and daterange(d.first_day, d.last_day, '[]') && daterange(cast(:first as date), cast(:last as date), '[]')
                        order by d.first_day limit 1
                        """)
                .param("shift", duty.shiftId())
                .param("team", duty.teamId())
                .param("id", duty.id())
                .param("first", duty.firstDay())
                .param("last", duty.lastDay())
                .query((row, n) -> row.getString("label"))
                .optional();
    }

    private void changed() {
        coverages.changed();
        attendances.changed();
    }
}
