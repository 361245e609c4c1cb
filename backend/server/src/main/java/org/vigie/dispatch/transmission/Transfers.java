package org.vigie.dispatch.transmission;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.request.Assignment;

/** What changed hands by a person's decision, what was answered, and what is back with its owner. */
@Repository
public class Transfers {

    /** @param by null when nobody said anything */
    record Verdict(Answer answer, @Nullable UUID by, String reason) {

        static final Verdict OVERTAKEN = new Verdict(Answer.OVERTAKEN, null, "");
    }

    /** What became of a transmission. */
    enum Answer {
        ACCEPTED,
        REFUSED,
        OVERTAKEN
    }

    /** Who had it, who gets it, and why. */
    public record Move(Assignment from, Assignment to, String reason) {}

    /** Why a request is back with its owner. */
    public enum ReturnCause {
        REFUSED,
        IMPOSSIBLE,
        REOPENED,
        /** By the system of the authority that it was forwarded to. */
        NOT_TAKEN
    }

    private final JdbcClient jdbc;

    Transfers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down that a request goes from one to another; what waited for an answer is overtaken. */
    @Transactional(propagation = Propagation.MANDATORY)
    void send(UUID requestId, Move move, UUID by, Instant at) {
        settle(requestId, Verdict.OVERTAKEN, at);
        insert(requestId, move, by, at);
        jdbc.sql(
                        "update request.request set transmitted_at = :at, returned_at = null, return_cause = null where request_id = :id")
                .param("at", Timestamp.from(at))
                .param("id", requestId)
                .update();
        count(requestId);
    }

    /** As {@link #send}, decided by somebody who needs nobody's yes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(UUID requestId, Move move, UUID by, Instant at) {
        send(requestId, move, by, at);
        answer(requestId, new Verdict(Answer.ACCEPTED, by, ""), at);
    }

    private void insert(UUID requestId, Move move, UUID by, Instant at) {
        jdbc.sql("""
                        insert into dispatch.transfer (jurisdiction_id, transfer_id, request_id, from_service_id, from_team_id, to_service_id,
                            to_team_id, reason, sent_by, sent_at)
                        values (access.current_jurisdiction(), :transfer, :id, :fromService, :fromTeam, :toService, :toTeam, :reason, :by, :at)
                        """)
                .param("transfer", Ids.next())
                .param("id", requestId)
                .param("fromService", move.from().serviceId())
                .param("fromTeam", move.from().teamId())
                .param("toService", move.to().serviceId())
                .param("toTeam", move.to().teamId())
                .param("reason", move.reason().strip())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Nobody has to answer any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    void answer(UUID requestId, Verdict verdict, Instant at) {
        settle(requestId, verdict, at);
        jdbc.sql(
                        "update request.request set transmitted_at = null where request_id = :id and transmitted_at is not null")
                .param("id", requestId)
                .update();
    }

    /** Puts a request on top of its owner's queue. */
    @Transactional(propagation = Propagation.MANDATORY)
    void giveBack(UUID requestId, ReturnCause cause, Instant at) {
        jdbc.sql("update request.request set returned_at = :at, return_cause = :cause where request_id = :id")
                .param("at", Timestamp.from(at))
                .param("cause", cause.name())
                .param("id", requestId)
                .update();
    }

    /** Its owner, or whoever it went to, has taken it up. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takenUp(UUID requestId) {
        jdbc.sql("""
                        update request.request set returned_at = null, return_cause = null
                        where request_id = :id and returned_at is not null
                        """).param("id", requestId).update();
    }

    /** Whether somebody has to answer a transmission. */
    @Transactional(readOnly = true)
    boolean isWaiting(UUID requestId) {
        return jdbc.sql("select transmitted_at is not null from request.request where request_id = :id")
                .param("id", requestId)
                .query(Boolean.class)
                .single();
    }

    private void settle(UUID requestId, Verdict verdict, Instant at) {
        jdbc.sql("""
                        update dispatch.transfer set answer = :answer, answered_by = :by, answered_at = :at, answer_reason = :reason
                        where request_id = :id and answer is null
                        """)
                .param("answer", verdict.answer().name())
                .param("by", verdict.by())
                .param("at", Timestamp.from(at))
                .param("reason", verdict.reason().strip())
                .param("id", requestId)
                .update();
    }

    private void count(UUID requestId) {
        jdbc.sql("""
                        update request.request r
                        set transfers = (
                            select count(*) from dispatch.transfer t
                            where t.jurisdiction_id = r.jurisdiction_id and t.request_id = r.request_id
                                and (t.from_service_id, t.from_team_id) <> (t.to_service_id, t.to_team_id))
                        where r.request_id = :id
                        """).param("id", requestId).update();
    }
}
