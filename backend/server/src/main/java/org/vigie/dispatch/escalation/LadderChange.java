package org.vigie.dispatch.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChanges;
import org.vigie.catalogue.Commitment;

/** Puts up another ladder, also for what runs: steps whose minute has passed ring at once, those that have rung do not ring again. */
@Component
public class LadderChange {

    private static final String SUBJECT = "ladder/";
    private static final int MOST_STEPS = 20;

    /**
     * Which ladder.
     *
     * @param category code; empty: the one for every category without its own
     */
    public record Place(Optional<String> category, Optional<UUID> categoryId, Commitment commitment) {

        /** How its changes are kept. */
        public String subject() {
            return SUBJECT + commitment + category.map(code -> "/" + code).orElse("");
        }
    }

    private final Ladders ladders;
    private final SettingChanges changes;
    private final AlarmClock alarmClock;
    private final JdbcClient jdbc;
    private final Clock clock;

    LadderChange(Ladders ladders, SettingChanges changes, AlarmClock alarmClock, JdbcClient jdbc, Clock clock) {
        this.ladders = ladders;
        this.changes = changes;
        this.alarmClock = alarmClock;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param seen revision that the caller read
     * @return how many steps ring at once for what runs
     * @throws Refusal setting-changed-meanwhile, ladder-steps
     */
    @Transactional
    public int replace(Place place, List<LadderStep> steps, int seen, String reason) {
        checked(steps);
        changes.note(place.subject(), seen, reason);
        ladders.replace(place.categoryId(), place.commitment(), steps);
        Instant now = clock.instant();
        int rings = countDue(place, now);
        alarmClock.look(listRunning(place), now);
        return rings;
    }

    /** As {@link #replace}, and takes it back. */
    @Transactional
    public int preview(Place place, List<LadderStep> steps, int seen) {
        checked(steps);
        changes.note(place.subject(), seen, "");
        ladders.replace(place.categoryId(), place.commitment(), steps);
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return countDue(place, clock.instant());
    }

    private static void checked(List<LadderStep> steps) {
        if (steps.size() > MOST_STEPS) {
            throw Refusal.invalid("ladder-steps", MOST_STEPS);
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).afterDue().compareTo(steps.get(i - 1).afterDue()) < 0) {
                throw Refusal.invalid("ladder-steps-order", i + 1);
            }
        }
    }

    private int countDue(Place place, Instant now) {
        return jdbc.sql("""
                        select count(*) as n
                        from request.deadline d join request.request r using (jurisdiction_id, request_id)
                        join dispatch.ladder_step s on s.jurisdiction_id = d.jurisdiction_id and s.commitment = d.commitment
                            and s.category_id is not distinct from cast(:category as uuid)
                        where d.commitment = :commitment and d.met_at is null and d.paused_at is null and %s
                            and d.due_at + s.minutes_after_due * interval '1 minute' <= :now
                            and not exists (
                                select from dispatch.alarm a
                                where a.jurisdiction_id = d.jurisdiction_id and a.request_id = d.request_id
                                    and a.commitment = d.commitment and a.starts_at = d.starts_at and a.kind = 'STEP'
                                    and a.position = s.position and a.occurrence = 0)
                        """.formatted(CONCERNED))
                .param("category", place.categoryId().orElse(null))
                .param("commitment", place.commitment().name())
                .param("now", Timestamp.from(now))
                .query((row, n) -> row.getInt("n"))
                .single();
    }

    private List<UUID> listRunning(Place place) {
        return jdbc.sql("""
                        select distinct r.request_id
                        from request.deadline d join request.request r using (jurisdiction_id, request_id)
                        where d.commitment = :commitment and d.met_at is null and %s
                        """.formatted(CONCERNED))
                .param("category", place.categoryId().orElse(null))
                .param("commitment", place.commitment().name())
                .query((row, n) -> row.getObject("request_id", UUID.class))
                .list();
    }

    /** Those of the category, else those of every category that has no ladder of its own. */
    private static final String CONCERNED = """
            (r.category_id = cast(:category as uuid) or cast(:category as uuid) is null and not exists (
                select from dispatch.ladder_step own
                where own.jurisdiction_id = r.jurisdiction_id and own.category_id = r.category_id and own.commitment = d.commitment))
            """;
}
