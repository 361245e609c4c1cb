package org.vigie.demo.simulation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts, in SQL of its own, what a simulation has left in the database of the jurisdiction that is open. */
@Component
class Reckoning {

    /**
     * Every alarm that had to ring between two instants, by what stands in the tables at the end: promises as they are now, and the steps of
     * the ladder that applies. Nothing is expected of a promise that is paused, nor after it was kept.
     */
    private static final String EXPECTED = """
            with rung as (select * from dispatch.alarm where due_at > :from), planned as (
                select d.*, r.category_id, d.warns_at as at, 'WARNING' as kind, 0 as position, 0 as occurrence
                from request.deadline d join request.request r using (jurisdiction_id, request_id) where d.warns_at is not null
                union all
                select d.*, r.category_id, d.due_at, 'BREACH', 0, 0
                from request.deadline d join request.request r using (jurisdiction_id, request_id)
                union all
                select d.*, r.category_id, d.due_at + make_interval(mins => s.minutes_after_due + coalesce(s.repeat_minutes, 0) * n), 'STEP', s.position, n
                from request.deadline d join request.request r using (jurisdiction_id, request_id)
                join dispatch.ladder_step s on s.commitment = d.commitment
                cross join lateral generate_series(0, s.repeats) n
                where s.category_id = r.category_id or s.category_id is null and not exists (
                    select from dispatch.ladder_step own where own.category_id = r.category_id and own.commitment = d.commitment)
            ), expected as (
                select * from planned where at > :from and at <= :to and (met_at is null or met_at > at) and (paused_at is null or paused_at > at)
            )
            """;

    private final JdbcClient jdbc;

    Reckoning(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Alarms that were due in the time simulated.
     *
     * @param missed expected and not rung
     * @param early rung before they were due
     * @param twice told or written more than once
     * @param late rung later than a second after they were due
     * @param unexpected rung for a promise that stands so still, and not expected by it
     * @param superseded rung for a promise that was begun anew or put off since: reopened, or paused in between
     */
    record Alarms(
            long expected,
            long rung,
            long missed,
            long early,
            long twice,
            long late,
            long unexpected,
            long superseded) {}

    @Transactional(readOnly = true)
    public Alarms alarms(Instant from, Instant to) {
        return jdbc.sql(EXPECTED + """
                        select (select count(*) from expected) as expected, (select count(*) from rung) as rung,
                            (select count(*) from expected e where not exists (select from rung a
                                where (a.request_id, a.commitment, a.starts_at, a.kind, a.position, a.occurrence)
                                    = (e.request_id, e.commitment, e.starts_at, e.kind, e.position, e.occurrence))) as missed,
                            (select count(*) from rung where rang_at < due_at) as early,
                            (select count(*) from rung where rang_at > due_at + interval '1 second') as late,
                            (select count(*) from rung a join planned p using (request_id, commitment, starts_at, kind, position, occurrence)
                                where p.at = a.due_at and not exists (select from expected e
                                    where (a.request_id, a.commitment, a.starts_at, a.kind, a.position, a.occurrence)
                                        = (e.request_id, e.commitment, e.starts_at, e.kind, e.position, e.occurrence))) as unexpected,
                            (select count(*) from rung a where not exists (select from planned p where p.at = a.due_at
                                and (a.request_id, a.commitment, a.starts_at, a.kind, a.position, a.occurrence)
                                    = (p.request_id, p.commitment, p.starts_at, p.kind, p.position, p.occurrence))) as superseded,
                            abs((select count(*) from dispatch.alarm where kind = 'STEP' and rang_at > :from)
                                - (select count(*) from request.history where entry = 'ESCALATED' and happened_at > :from)) as twice
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, n) -> new Alarms(
                        row.getLong("expected"),
                        row.getLong("rung"),
                        row.getLong("missed"),
                        row.getLong("early"),
                        row.getLong("twice"),
                        row.getLong("late"),
                        row.getLong("unexpected"),
                        row.getLong("superseded")))
                .single();
    }

    /** Requests received since, by two columns of theirs. */
    @Transactional(readOnly = true)
    public Map<String, Map<String, Long>> requests(Instant from) {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        jdbc.sql(
                        "select channel, state, count(*) as n from request.request where received_at > :from group by 1, 2 order by 1, 2")
                .param("from", Timestamp.from(from))
                .query(row -> {
                    counts.computeIfAbsent(
                                    Objects.requireNonNull(row.getString("channel")), channel -> new LinkedHashMap<>())
                            .put(Objects.requireNonNull(row.getString("state")), row.getLong("n"));
                });
        return counts;
    }

    /**
     * Requests received since that nobody answers for.
     *
     * @param sectorless of those that have a place
     */
    record Orphans(long received, long ownerless, long sectorless, long teamless) {}

    @Transactional(readOnly = true)
    public Orphans orphans(Instant from) {
        return jdbc.sql("""
                        select count(*) as received, count(*) filter (where owner_account_id is null) as ownerless,
                            count(*) filter (where sector_id is null and location is not null) as sectorless,
                            count(*) filter (where team_id is null) as teamless
                        from request.request where received_at > :from
                        """)
                .param("from", Timestamp.from(from))
                .query((row, n) -> new Orphans(
                        row.getLong("received"),
                        row.getLong("ownerless"),
                        row.getLong("sectorless"),
                        row.getLong("teamless")))
                .single();
    }

    /** Promises made since: kept in time, kept late, broken and open, open; and how many were warned of. */
    record Promises(long made, long kept, long late, long broken, long running, long paused, long warned) {}

    @Transactional(readOnly = true)
    public Promises promises(Instant from, Instant to) {
        return jdbc.sql("""
                        select count(*) as made, count(*) filter (where met_at <= due_at) as kept, count(*) filter (where met_at > due_at) as late,
                            count(*) filter (where met_at is null and paused_at is null and due_at <= :to) as broken,
                            count(*) filter (where met_at is null and paused_at is null and due_at > :to) as running,
                            count(*) filter (where met_at is null and paused_at is not null) as paused,
                            (select count(*) from dispatch.alarm a where a.kind = 'WARNING' and a.starts_at > :from) as warned
                        from request.deadline where starts_at > :from
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, n) -> new Promises(
                        row.getLong("made"),
                        row.getLong("kept"),
                        row.getLong("late"),
                        row.getLong("broken"),
                        row.getLong("running"),
                        row.getLong("paused"),
                        row.getLong("warned")))
                .single();
    }
}
