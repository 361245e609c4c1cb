package org.vigie.dispatch.escalation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.catalogue.Commitment;
import org.vigie.request.Deadline;
import org.vigie.request.Deadlines;
import org.vigie.request.Request;
import org.vigie.request.RequestArriving;

/** What rings for a request, and what has rung: appended to, never changed. */
@Repository
class Alarms {

    /**
     * An alarm as it was kept.
     *
     * @param dueAt when it should ring
     * @param rangAt when it did: later only when nobody was there to let it
     * @param told how many people
     */
    record Rung(Alarm.Key key, Instant dueAt, Instant rangAt, int told) {}

    private final JdbcClient jdbc;
    private final Deadlines deadlines;
    private final Ladders ladders;

    Alarms(JdbcClient jdbc, Deadlines deadlines, Ladders ladders) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.ladders = ladders;
    }

    /** What has not rung yet, in the order in which it will. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Alarm> listPending(Request request) {
        Set<Alarm.Key> rung = listRung(request.id()).stream().map(Rung::key).collect(Collectors.toSet());
        return planned(request, deadlines.list(request.id()))
                .filter(alarm -> !rung.contains(alarm.key()))
                .sorted(AlarmPlan.IN_ORDER)
                .toList();
    }

    /** What will ring first for a request that is about to be stored: nothing has rung yet. */
    Optional<Alarm> first(RequestArriving arriving) {
        return planned(arriving.request(), arriving.promises()).min(AlarmPlan.IN_ORDER);
    }

    private Stream<Alarm> planned(Request request, List<Deadline> promises) {
        return promises.stream()
                .flatMap(deadline ->
                        AlarmPlan.of(deadline, ladders.of(request.categoryId(), deadline.commitment())).stream());
    }

    @Transactional(readOnly = true)
    public List<Rung> listRung(UUID requestId) {
        return jdbc
                .sql("select * from dispatch.alarm where request_id = :request")
                .param("request", requestId)
                .query((row, n) -> new Rung(
                        new Alarm.Key(
                                Commitment.valueOf(row.getString("commitment")),
                                row.getTimestamp("starts_at").toInstant(),
                                Alarm.Kind.valueOf(row.getString("kind")),
                                row.getInt("position"),
                                row.getInt("occurrence")),
                        row.getTimestamp("due_at").toInstant(),
                        row.getTimestamp("rang_at").toInstant(),
                        row.getInt("told")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Rung::dueAt)
                        .thenComparing(rung -> rung.key().kind()))
                .toList();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID requestId, Alarm alarm, Instant at, int told) {
        jdbc.sql("""
                        insert into dispatch.alarm (jurisdiction_id, request_id, commitment, starts_at, kind, position, occurrence, due_at,
                            rang_at, told)
                        values (access.current_jurisdiction(), :request, :commitment, :starts, :kind, :position, :occurrence, :due, :at, :told)
                        """)
                .param("request", requestId)
                .param("commitment", alarm.commitment().name())
                .param("starts", Timestamp.from(alarm.startsAt()))
                .param("kind", alarm.kind().name())
                .param("position", alarm.position())
                .param("occurrence", alarm.occurrence())
                .param("due", Timestamp.from(alarm.at()))
                .param("at", Timestamp.from(at))
                .param("told", told)
                .update();
    }

    /** Copies to the request the highest step that a promise still open stands on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void showStep(UUID requestId) {
        jdbc.sql("""
                        update request.request r
                        set escalation_step = n.step
                        from (
                            select max(a.position) as step
                            from dispatch.alarm a
                            join request.deadline d using (jurisdiction_id, request_id, commitment, starts_at)
                            where a.request_id = :request and a.kind = 'STEP' and d.met_at is null) n
                        where r.request_id = :request and r.escalation_step is distinct from n.step
                        """).param("request", requestId).update();
    }
}
