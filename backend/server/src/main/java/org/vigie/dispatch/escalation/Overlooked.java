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

/** Requests whose next promise falls due soon, or has, and nothing of it has rung: their timers are set, whoever forgot to. */
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
                        where r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED') and r.next_due_at <= :before
                            and not exists (
                                select from dispatch.alarm a
                                where a.jurisdiction_id = r.jurisdiction_id and a.request_id = r.request_id
                                    and a.commitment = r.next_commitment and a.starts_at = r.next_starts_at and a.kind = 'BREACH')
                        """)
                .param("before", Timestamp.from(before))
                .query((row, n) -> row.getObject("request_id", UUID.class))
                .list();
    }
}
