package org.vigie.request;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;

/** Stops the clocks of a request for a reason, and lets them go on. Both are in its history. */
@Repository
public class Pauses {

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Deadlines deadlines;

    Pauses(JdbcClient jdbc, Requests requests, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.deadlines = deadlines;
    }

    /** All of one request, oldest first. */
    @Transactional(readOnly = true)
    public List<Pause> list(UUID requestId) {
        return jdbc.sql(
                        "select reason, paused_at, resumed_at from request.pause where request_id = :id order by paused_at")
                .param("id", requestId)
                .query((row, n) -> new Pause(
                        Pause.Reason.valueOf(row.getString("reason")),
                        row.getTimestamp("paused_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("resumed_at")).map(Timestamp::toInstant)))
                .list();
    }

    /** The one that lasts. */
    @Transactional(readOnly = true)
    public Optional<Pause> find(UUID requestId) {
        return list(requestId).stream()
                .filter(pause -> pause.resumedAt().isEmpty())
                .findFirst();
    }

    /**
     * Stops the clocks of what is not late, the acknowledgement's excepted.
     *
     * @param before as it was locked to be changed
     * @param words for staff; may be empty
     * @throws Refusal request-is-not-open, request-is-paused
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Request pause(Request before, Pause.Reason reason, String words, Instant at) {
        if (!before.state().isOpen()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "request-is-not-open", before.number());
        }
        if (find(before.id()).isPresent()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "request-is-paused", before.number());
        }
        jdbc.sql("""
                        insert into request.pause (jurisdiction_id, request_id, paused_at, reason)
                        values (access.current_jurisdiction(), :id, :at, :reason)
                        """)
                .param("id", before.id())
                .param("at", Timestamp.from(at))
                .param("reason", reason.name())
                .update();
        deadlines.pause(before.id(), at);
        return requests.save(before, before.touched(at), entry(HistoryEntry.Kind.PAUSED, reason, words, at));
    }

    /**
     * Lets the clocks go on.
     *
     * @param before as it was locked to be changed
     * @throws Refusal request-is-not-paused
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Request resume(Request before, String words, Instant at) {
        Pause pause = find(before.id())
                .orElseThrow(() -> new Refusal(Refusal.Kind.CONFLICT, "request-is-not-paused", before.number()));
        deadlines.resume(before.id(), at);
        return requests.save(before, before.touched(at), entry(HistoryEntry.Kind.RESUMED, pause.reason(), words, at));
    }

    private static HistoryEntry entry(HistoryEntry.Kind kind, Pause.Reason reason, String words, Instant at) {
        return Entries.of(kind)
                .toStaff(reason + (words.isBlank() ? "" : " : " + words.strip()))
                .at(at);
    }
}
