package org.vigie.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps that letters were submitted to, and what was decided at them. The trace is added to; a decision may be voided, once. */
@Repository
public class Decisions {

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The chain as it was when the letter was submitted; empty before. */
    @Transactional(readOnly = true)
    public List<ChainStep> steps(UUID replyId) {
        return jdbc.sql("select * from reply.step where reply_id = :id order by step_number")
                .param("id", replyId)
                .query(ApprovalChains::step)
                .list();
    }

    /** Everything that was decided on a letter, in order, voided or not. */
    @Transactional(readOnly = true)
    public List<Decision> list(UUID replyId) {
        return jdbc.sql("select * from reply.decision where reply_id = :id order by decided_at, decision_id")
                .param("id", replyId)
                .query(Decisions::read)
                .list();
    }

    /** The same for many letters at once, for lists. */
    @Transactional(readOnly = true)
    Map<UUID, Turn> turns(List<UUID> replyIds) {
        if (replyIds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<ChainStep>> steps = jdbc
                .sql("select * from reply.step where reply_id in (:ids) order by step_number")
                .param("ids", replyIds)
                .query((row, n) -> Map.entry(row.getObject("reply_id", UUID.class), ApprovalChains.step(row, n)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<UUID, List<Decision>> decisions = jdbc
                .sql("select * from reply.decision where reply_id in (:ids)")
                .param("ids", replyIds)
                .query((row, n) -> Map.entry(row.getObject("reply_id", UUID.class), read(row, n)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return replyIds.stream()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> new Turn(steps.getOrDefault(id, List.of()), decisions.getOrDefault(id, List.of()))));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void lay(UUID replyId, List<ChainStep> steps) {
        jdbc.sql("delete from reply.step where reply_id = :id")
                .param("id", replyId)
                .update();
        for (ChainStep step : steps) {
            jdbc.sql("""
                            insert into reply.step (jurisdiction_id, reply_id, step_number, act, title, role, account_id)
                            values (access.current_jurisdiction(), :reply, :number, :act, :title, :role, :account)
                            """)
                    .param("reply", replyId)
                    .param("number", step.number())
                    .param("act", step.act().name())
                    .param("title", step.title())
                    .param("role", step.role().map(Enum::name).orElse(null))
                    .param("account", step.accountId().orElse(null))
                    .update();
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(UUID replyId, Decision decision) {
        jdbc.sql("""
                        insert into reply.decision (jurisdiction_id, decision_id, reply_id, step_number, step_title, verdict, remarks,
                            text_sha256, account_id, account_name, on_behalf_of, on_behalf_of_name, decided_at)
                        values (access.current_jurisdiction(), :id, :reply, :number, :title, :verdict, :remarks, :sha, :account, :name,
                            :behalf, :behalfName, :at)
                        """)
                .param("id", decision.id())
                .param("reply", replyId)
                .param("number", decision.stepNumber())
                .param("title", decision.stepTitle())
                .param("verdict", decision.verdict().name())
                .param("remarks", decision.remarks())
                .param("sha", decision.textSha256())
                .param("account", decision.accountId())
                .param("name", decision.accountName())
                .param(
                        "behalf",
                        decision.onBehalfOf()
                                .map(Decision.OnBehalfOf::accountId)
                                .orElse(null))
                .param(
                        "behalfName",
                        decision.onBehalfOf().map(Decision.OnBehalfOf::name).orElse(null))
                .param("at", Timestamp.from(decision.at()))
                .update();
    }

    /** Takes the force from every approval that a letter had. */
    @Transactional(propagation = Propagation.MANDATORY)
    void voidAll(UUID replyId, Instant at) {
        jdbc.sql(
                        "update reply.decision set voided_at = :at where reply_id = :id and verdict <> 'RETURNED' and voided_at is null")
                .param("at", Timestamp.from(at))
                .param("id", replyId)
                .update();
    }

    private static Decision read(ResultSet row, int rowNumber) throws SQLException {
        return new Decision(
                row.getObject("decision_id", UUID.class),
                row.getInt("step_number"),
                row.getString("step_title"),
                Decision.Verdict.valueOf(row.getString("verdict")),
                row.getString("remarks"),
                row.getBytes("text_sha256"),
                row.getObject("account_id", UUID.class),
                row.getString("account_name"),
                Optional.ofNullable(row.getObject("on_behalf_of", UUID.class)).map(id -> behalf(id, row)),
                row.getTimestamp("decided_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("voided_at")).map(Timestamp::toInstant));
    }

    private static Decision.OnBehalfOf behalf(UUID id, ResultSet row) {
        try {
            return new Decision.OnBehalfOf(id, row.getString("on_behalf_of_name"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
