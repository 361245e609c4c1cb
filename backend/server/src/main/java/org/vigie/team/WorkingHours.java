package org.vigie.team;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChanges;

/** The shifts of the jurisdiction that is open as they are set up, and who works during which. */
@Repository
public class WorkingHours {

    /** How changes of a shift are kept: followed by its id. */
    public static final String SHIFTS = "shift/";
    /** How changes of when somebody works are kept: followed by the account. */
    public static final String PEOPLE = "hours/";

    private final JdbcClient jdbc;
    private final Coverages coverages;
    private final Attendances attendances;
    private final SettingChanges changes;

    WorkingHours(JdbcClient jdbc, Coverages coverages, Attendances attendances, SettingChanges changes) {
        this.jdbc = jdbc;
        this.coverages = coverages;
        this.attendances = attendances;
        this.changes = changes;
    }

    /** How many things hold during each shift: what is covered, who is on call, who works. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> uses() {
        Map<UUID, Integer> uses = new HashMap<>();
        jdbc.sql("""
                        select shift_id, count(*) as n from (
                            select shift_id from team.coverage where shift_id is not null
                            union all select shift_id from team.on_call
                            union all select shift_id from team.account_shift
                        ) used group by shift_id
                        """).query(row -> {
            uses.put(row.getObject("shift_id", UUID.class), row.getInt("n"));
        });
        return uses;
    }

    /**
     * Adds a shift, or changes its name and hours; what holds during it holds at once during the new ones.
     *
     * @param seen revision that the caller read; 0 for one that is new
     * @throws Refusal setting-changed-meanwhile, shift-hours-twice, shift-code-taken
     */
    @Transactional
    public void put(Shift shift, int seen, String reason) {
        changes.note(SHIFTS + shift.id(), seen, reason);
        if (shift.spans().stream()
                        .map(span -> Map.entry(span.weekday(), span.starts()))
                        .distinct()
                        .count()
                < shift.spans().size()) {
            throw Refusal.invalid("shift-hours-twice");
        }
        try {
            jdbc.sql("""
                            insert into team.shift (jurisdiction_id, shift_id, code, name)
                            values (access.current_jurisdiction(), :id, :code, :name)
                            on conflict (jurisdiction_id, shift_id) do update set name = excluded.name
                            """)
                    .param("id", shift.id())
                    .param("code", shift.code())
                    .param("name", shift.name())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refusal(Refusal.Kind.CONFLICT, "shift-code-taken", shift.code());
        }
        jdbc.sql("delete from team.shift_span where shift_id = :id")
                .param("id", shift.id())
                .update();
        shift.spans().forEach(span -> add(shift.id(), span));
        changed();
    }

    private void add(UUID shiftId, Shift.Span span) {
        jdbc.sql("insert into team.shift_span (jurisdiction_id, shift_id, iso_weekday, starts, ends) "
                        + "values (access.current_jurisdiction(), :id, :weekday, :starts, :ends)")
                .param("id", shiftId)
                .param("weekday", span.weekday().getValue())
                .param("starts", span.starts())
                .param("ends", span.ends())
                .update();
    }

    /** @throws Refusal setting-changed-meanwhile, not-found; shift-in-use while something holds during it */
    @Transactional
    public void remove(UUID shiftId, int seen) {
        changes.note(SHIFTS + shiftId, seen, "");
        jdbc.sql("delete from team.shift_span where shift_id = :id")
                .param("id", shiftId)
                .update();
        try {
            if (jdbc.sql("delete from team.shift where shift_id = :id")
                            .param("id", shiftId)
                            .update()
                    == 0) {
                throw Refusal.notFound("shift");
            }
        } catch (DataIntegrityViolationException used) {
            throw new Refusal(Refusal.Kind.CONFLICT, "shift-in-use");
        }
        changed();
    }

    /** By account; whoever is not in it is always expected. */
    @Transactional(readOnly = true)
    public Map<UUID, List<UUID>> people() {
        return jdbc
                .sql("select account_id, shift_id from team.account_shift order by account_id, shift_id")
                .query((row, n) ->
                        Map.entry(row.getObject("account_id", UUID.class), row.getObject("shift_id", UUID.class)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /**
     * Says during which shifts somebody works.
     *
     * @param shiftIds all of them; none: always
     * @throws Refusal setting-changed-meanwhile, not-found, reference-unknown
     */
    @Transactional
    public void expect(UUID accountId, List<UUID> shiftIds, int seen, String reason) {
        if (jdbc.sql("select account_id from access.account where account_id = :id")
                .param("id", accountId)
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw Refusal.notFound("account");
        }
        changes.note(PEOPLE + accountId, seen, reason);
        jdbc.sql("delete from team.account_shift where account_id = :account")
                .param("account", accountId)
                .update();
        try {
            shiftIds.stream()
                    .distinct()
                    .forEach(shift -> jdbc.sql("""
                            insert into team.account_shift (jurisdiction_id, account_id, shift_id)
                            values (access.current_jurisdiction(), :account, :shift)
                            """)
                            .param("account", accountId)
                            .param("shift", shift)
                            .update());
        } catch (DataIntegrityViolationException pointsNowhere) {
            throw Refusal.invalid("reference-unknown");
        }
        changed();
    }

    private void changed() {
        coverages.changed();
        attendances.changed();
    }
}
