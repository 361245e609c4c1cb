package org.vigie.dispatch.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.request.Requests;

/** Requests of which something rings soon, or should have, and has not: their timers are set, whoever forgot to. */
@Component
class Overlooked {

    private static final Duration SOON = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Alarms alarms;
    private final AlarmClock alarmClock;
    private final Clock clock;

    Overlooked(JdbcClient jdbc, Requests requests, Alarms alarms, AlarmClock alarmClock, Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.alarms = alarms;
        this.alarmClock = alarmClock;
        this.clock = clock;
    }

    /** A timer that is set already stays one. */
    @Transactional
    void setTimers() {
        for (UUID id : list(clock.instant().plus(SOON))) {
            alarms.listPending(requests.get(id)).stream().findFirst().ifPresent(next -> alarmClock.set(id, next.at()));
        }
    }

    private List<UUID> list(Instant before) {
        return jdbc.sql("""
                        select r.request_id from request.request r
                        where r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
                            and r.next_due_at <= cast(:before as timestamptz) - make_interval(mins => least(0, (select min(minutes_after_due) from dispatch.ladder_step)))
                            and not exists (
                                select from dispatch.alarm a
                                where a.jurisdiction_id = r.jurisdiction_id and a.request_id = r.request_id
                                    and a.commitment = r.next_commitment and a.starts_at = r.next_starts_at and a.kind = 'BREACH')
                        union
                        select d.request_id from request.deadline d
                        join request.request r using (jurisdiction_id, request_id)
                        where d.met_at is null and d.paused_at is null and d.warns_at <= :before
                            and r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
                            and not exists (
                                select from dispatch.alarm a
                                where a.jurisdiction_id = d.jurisdiction_id and a.request_id = d.request_id
                                    and a.commitment = d.commitment and a.starts_at = d.starts_at and a.kind = 'WARNING')
                        """)
                .param("before", Timestamp.from(before))
                .query((row, n) -> row.getObject("request_id", UUID.class))
                .list();
    }
}
