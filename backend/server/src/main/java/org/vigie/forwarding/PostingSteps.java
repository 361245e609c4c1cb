package org.vigie.forwarding;

import static org.vigie.forwarding.Rows.at;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How a post goes on, step by step; each is written before or after the call, never during it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PostingSteps {

    private final JdbcClient jdbc;

    PostingSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody calls now: until {@code until} nobody else does, and from now on it may be there. */
    void begin(UUID id, Instant now, Instant until) {
        update(
                        "attempts = attempts + 1, posting_until = :until, maybe_there = maybe_there or stage = 'WAITING',"
                                + " first_posted_at = coalesce(first_posted_at, :now)",
                        id)
                .param("until", at(until))
                .param("now", at(now))
                .update();
    }

    /** Nothing came of it: it is tried again. */
    void later(UUID id, boolean maybeThere, String error, Instant next) {
        update(
                        "posting_until = null, maybe_there = :maybe, last_error = nullif(:error, ''), next_attempt_at = :next",
                        id)
                .param("maybe", maybeThere)
                .param("error", error)
                .param("next", at(next))
                .update();
    }

    /** Nobody called: it is looked at again. */
    void postpone(UUID id, Instant next) {
        update("next_attempt_at = :next", id).param("next", at(next)).update();
    }

    void refuse(UUID id, Forwarding.Problem problem, String error, boolean maybeThere) {
        update(
                        "stage = 'REFUSED', posting_until = null, problem = :problem, last_error = :error, maybe_there = :maybe",
                        id)
                .param("problem", problem.name())
                .param("error", error.isEmpty() ? null : error)
                .param("maybe", maybeThere)
                .update();
    }

    /** It is there, under that number; what was taken back meanwhile stays so. */
    void taken(UUID id, String remoteId, Instant now) {
        update("""
                stage = case when stage = 'WITHDRAWN' then stage else 'FOLLOWED' end, posting_until = null, problem = null, last_error = null,
                maybe_there = true, remote_id = :remote, taken_at = :now
                """, id).param("remote", remoteId).param("now", at(now)).update();
    }

    /** Somebody says under which number it is there: it is followed from now on, and nothing of another number is known of it. */
    void followedByHand(UUID id, String remoteId, Instant now) {
        update("""
                stage = 'FOLLOWED', posting_until = null, problem = null, last_error = null, maybe_there = true, by_person = true, token = null,
                remote_id = :remote, taken_at = :now, seen_at = null, remote_status = null, remote_changed_at = null, last_words = null
                """, id).param("remote", remoteId).param("now", at(now)).update();
    }

    /** It is there, and its number comes by that token. */
    void takenByToken(UUID id, String token, Instant next, Instant giveUpAt) {
        update("""
                stage = case when stage = 'WITHDRAWN' then stage else 'TOKEN' end, posting_until = null, last_error = null, maybe_there = true,
                token = :token, attempts = 0, next_attempt_at = :next, give_up_at = :until
                """, id)
                .param("token", token)
                .param("next", at(next))
                .param("until", at(giveUpAt))
                .update();
    }

    void withdraw(UUID id) {
        update("stage = 'WITHDRAWN', problem = null", id).update();
    }

    /** A person has it sent again, in a round of its own; one whose token is known is asked for its number again. */
    void again(UUID id, Instant now, Instant giveUpAt) {
        update("""
                stage = case when token is null then 'WAITING' else 'TOKEN' end, problem = null, by_person = true, maybe_there = false,
                round = round + 1, attempts = 0, next_attempt_at = :now, give_up_at = :until
                """, id).param("now", at(now)).param("until", at(giveUpAt)).update();
    }

    private JdbcClient.StatementSpec update(String changes, UUID id) {
        return jdbc.sql("update forwarding.forwarding set " + changes + " where forwarding_id = :id")
                .param("id", id);
    }
}
