package org.vigie.request;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.Promises;

/** What was promised for each request, and what has been kept. */
@Repository
public class Deadlines {

    private final JdbcClient jdbc;

    Deadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The promises of a category, counted from the moment of receipt. */
    public static List<Deadline> from(Promises promises, Instant receivedAt) {
        return promises.lengths().entrySet().stream()
                .map(promise -> new Deadline(
                        promise.getKey(), receivedAt, receivedAt.plus(promise.getValue()), Optional.empty()))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Deadline> list(UUID requestId) {
        return jdbc.sql("select * from request.deadline where request_id = :id order by due_at")
                .param("id", requestId)
                .query((row, n) -> new Deadline(
                        Commitment.valueOf(row.getString("commitment")),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("due_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("met_at")).map(Timestamp::toInstant)))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(UUID requestId, List<Deadline> deadlines) {
        for (Deadline deadline : deadlines) {
            jdbc.sql("""
                            insert into request.deadline (jurisdiction_id, request_id, commitment, starts_at, due_at, met_at)
                            values (access.current_jurisdiction(), :request, :commitment, :starts, :due, :met)
                            """)
                    .param("request", requestId)
                    .param("commitment", deadline.commitment().name())
                    .param("starts", Timestamp.from(deadline.startsAt()))
                    .param("due", Timestamp.from(deadline.dueAt()))
                    .param("met", deadline.metAt().map(Timestamp::from).orElse(null))
                    .update();
        }
    }

    /** Marks what an event of the history has kept; reopening makes resolution and reply due again, at the same hour as before. */
    @Transactional(propagation = Propagation.MANDATORY)
    void meet(Request request, HistoryEntry entry) {
        if (entry.kind() == HistoryEntry.Kind.REOPENED) {
            jdbc.sql(
                            "update request.deadline set met_at = null where request_id = :id and commitment in ('RESOLVE', 'REPLY')")
                    .param("id", request.id())
                    .update();
            return;
        }
        Set<Commitment> kept = keptBy(request, entry.kind());
        if (!kept.isEmpty()) {
            jdbc.sql("""
                            update request.deadline d set met_at = :at
                            where d.request_id = :id and d.met_at is null and d.commitment in (:kept)
                              and not (d.commitment = 'REPLY' and :resolved and exists (
                                select from catalogue.category c where c.category_id = :category and c.formal_reply_required))
                            """)
                    .param("at", Timestamp.from(entry.at()))
                    .param("id", request.id())
                    .param("category", request.categoryId())
                    .param("resolved", entry.kind() == HistoryEntry.Kind.RESOLVED)
                    .param("kept", kept.stream().map(Enum::name).toList())
                    .update();
        }
    }

    private static Set<Commitment> keptBy(Request request, HistoryEntry.Kind kind) {
        if (!request.state().isOpen() && request.state() != RequestState.RESOLVED) {
            return EnumSet.allOf(Commitment.class);
        }
        return switch (kind) {
            case ACKNOWLEDGED, ACCEPTED, ASSIGNED, EN_ROUTE -> EnumSet.of(Commitment.ACKNOWLEDGE);
            case ON_SITE, STARTED -> EnumSet.of(Commitment.ACKNOWLEDGE, Commitment.ON_SITE);
            // Whoever asked is told of the resolution in the same breath: the reply is given with it, unless a letter
            // is owed.
            case RESOLVED -> EnumSet.allOf(Commitment.class);
            case REPLIED -> EnumSet.of(Commitment.ACKNOWLEDGE, Commitment.REPLY);
            default -> EnumSet.noneOf(Commitment.class);
        };
    }

    /** Copies the next open promise to the request, for lists and tiles. */
    @Transactional(propagation = Propagation.MANDATORY)
    void showNext(UUID requestId) {
        jdbc.sql("""
                        update request.request r
                        set (next_commitment, next_starts_at, next_due_at) = (
                            select d.commitment, d.starts_at, d.due_at from request.deadline d
                            where d.jurisdiction_id = r.jurisdiction_id and d.request_id = r.request_id and d.met_at is null
                            order by d.due_at limit 1)
                        where r.request_id = :id
                        """).param("id", requestId).update();
    }
}
