package org.vigie.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.ExpiringPersonalData;
import org.vigie.access.Refusal;

/** The letters of the jurisdiction that is open; one a request is under way at a time. */
@Repository
public class FormalReplies implements ExpiringPersonalData {

    /** From the last change on. */
    private static final int KEPT_MONTHS = 24;

    private static final String SELECT = "select " + FormalReplyRow.COLUMNS + " from reply.formal_reply f ";

    private final JdbcClient jdbc;
    private final Clock clock;

    FormalReplies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All of a request, the newest first, abandoned ones left out. */
    @Transactional(readOnly = true)
    public List<FormalReply> list(UUID requestId) {
        return jdbc.sql(
                        SELECT
                                + "where f.request_id = :id and f.state <> 'ABANDONED' order by f.drafted_at desc, f.reply_id desc")
                .param("id", requestId)
                .query(FormalReplyRow::read)
                .list();
    }

    /** Those of a request that its requester has, the oldest first. */
    @Transactional(readOnly = true)
    public List<FormalReply> listSent(UUID requestId) {
        return jdbc.sql(SELECT + "where f.request_id = :id and f.state = 'SENT' order by f.sent_at, f.reply_id")
                .param("id", requestId)
                .query(FormalReplyRow::read)
                .list();
    }

    /** Those in any of these states, the longest unchanged first. */
    @Transactional(readOnly = true)
    public List<FormalReply> list(List<ReplyState> states) {
        return jdbc.sql(SELECT + "where f.state in (:states) order by f.changed_at, f.reply_id")
                .param("states", states.stream().map(Enum::name).toList())
                .query(FormalReplyRow::read)
                .list();
    }

    /** Whether a letter went out since the request came in or was reopened last. */
    @Transactional(readOnly = true)
    public boolean isAnswered(UUID requestId) {
        return jdbc.sql("""
                        select exists (select from reply.formal_reply f
                            where f.request_id = :id and f.state = 'SENT' and f.sent_at > coalesce((
                                select max(h.happened_at) from request.history h where h.request_id = :id and h.entry = 'REOPENED'),
                                '-infinity'))
                        """).param("id", requestId).query(Boolean.class).single();
    }

    /** The signed PDF of a letter; empty before it is signed and after its removal day. */
    @Transactional(readOnly = true)
    public Optional<byte[]> findPdf(UUID requestId, UUID replyId) {
        return jdbc.sql(
                        "select pdf from reply.formal_reply where request_id = :request and reply_id = :id and pdf is not null")
                .param("request", requestId)
                .param("id", replyId)
                .query((row, n) -> row.getBytes("pdf"))
                .optional();
    }

    /** @throws Refusal not-found */
    @Transactional(readOnly = true)
    public FormalReply get(UUID requestId, UUID replyId) {
        return jdbc.sql(SELECT + "where f.request_id = :request and f.reply_id = :id")
                .param("request", requestId)
                .param("id", replyId)
                .query(FormalReplyRow::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("reply"));
    }

    /**
     * Reads the letter that is under way to change it; nobody else changes it before this transaction ends.
     *
     * @param revision that the caller has seen
     * @throws Refusal not-found, or reply-changed-meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    FormalReply getToChange(UUID requestId, int revision) {
        FormalReply reply = jdbc.sql(
                        SELECT + "where f.request_id = :id and f.state not in ('SENT', 'ABANDONED') for update")
                .param("id", requestId)
                .query(FormalReplyRow::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("reply"));
        if (reply.revision() != revision) {
            throw new Refusal(
                    Refusal.Kind.CHANGED_MEANWHILE,
                    "reply-changed-meanwhile",
                    reply.state(),
                    reply.course().changedAt());
        }
        return reply;
    }

    /** As {@link #getToChange}, by its own id, whatever its revision is. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<FormalReply> lock(UUID replyId) {
        return jdbc.sql(SELECT + "where f.reply_id = :id for update")
                .param("id", replyId)
                .query(FormalReplyRow::read)
                .optional();
    }

    /** @throws Refusal reply-under-way when the request has one that was neither sent nor abandoned */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(FormalReply reply) {
        int added = jdbc.sql(FormalReplyRow.INSERT)
                .params(FormalReplyRow.parameters(reply, removalOn()))
                .update();
        if (added == 0) {
            throw new Refusal(Refusal.Kind.CONFLICT, "reply-under-way");
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void save(FormalReply reply) {
        jdbc.sql(FormalReplyRow.UPDATE)
                .params(FormalReplyRow.parameters(reply, removalOn()))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keepPdf(UUID replyId, byte[] pdf) {
        jdbc.sql("update reply.formal_reply set pdf = :pdf where reply_id = :id")
                .param("pdf", pdf)
                .param("id", replyId)
                .update();
    }

    private LocalDate removalOn() {
        return LocalDate.ofInstant(clock.instant(), CurrentJurisdiction.get().zone())
                .plusMonths(KEPT_MONTHS);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public String description() {
        return "formal replies";
    }

    /** Empties the letter, its recipient and the remarks; that it was sent, and who approved which text when, stays. */
    @Override
    @Transactional
    public int removeExpired(LocalDate today) {
        jdbc.sql("""
                        update reply.decision d set remarks = '' from reply.formal_reply f
                        where f.reply_id = d.reply_id and f.removal_on < :today and d.remarks <> ''
                        """).param("today", today).update();
        return jdbc.sql("""
                        update reply.formal_reply
                        set subject = '…', body = '…', recipient_name = '', recipient_address = '', recipient_email = null, pdf = null
                        where removal_on < :today and body <> '…'
                        """).param("today", today).update();
    }
}
