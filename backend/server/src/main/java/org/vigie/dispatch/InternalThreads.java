package org.vigie.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.request.HistoryEntry;
import org.vigie.request.RequestHistory;

/** What staff write among themselves about a request, and who of them has read it. Who may ask is the caller's to see to. */
@Repository
public class InternalThreads {

    /** That somebody has read a message, and when for the first time. */
    public record Reading(UUID accountId, String name, Instant at) {}

    /** @param readBy in the order in which they read it; whoever wrote it is not among them */
    public record InternalMessage(UUID id, Instant at, String author, String text, List<Reading> readBy) {}

    private final JdbcClient jdbc;
    private final RequestHistory history;
    private final Clock clock;

    InternalThreads(JdbcClient jdbc, RequestHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** The oldest first. */
    @Transactional(readOnly = true)
    public List<InternalMessage> list(UUID requestId) {
        Map<UUID, List<Reading>> readings = readings(requestId);
        return history.list(requestId).stream()
                .filter(entry -> entry.kind() == HistoryEntry.Kind.NOTE)
                .map(entry -> new InternalMessage(
                        entry.id(),
                        entry.at(),
                        entry.actorLabel(),
                        Objects.requireNonNullElse(entry.staffText(), ""),
                        readings.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    /** Who has read which message of a request; those that nobody has read are missing. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Reading>> readings(UUID requestId) {
        Map<UUID, List<Reading>> readings = new HashMap<>();
        jdbc.sql("""
                        select g.entry_id, g.account_id, a.display_name, g.read_at
                        from dispatch.reading g join access.account a using (jurisdiction_id, account_id)
                        where g.request_id = :request order by g.read_at, g.account_id
                        """).param("request", requestId).query(row -> {
            readings.computeIfAbsent(row.getObject("entry_id", UUID.class), entry -> new ArrayList<>())
                    .add(new Reading(
                            row.getObject("account_id", UUID.class),
                            row.getString("display_name"),
                            row.getTimestamp("read_at").toInstant()));
        });
        return readings;
    }

    /**
     * Somebody has these messages before them. What is not among staff, another request's, their own or read before is left alone, so
     * that this may be repeated.
     */
    @Transactional
    public void read(UUID requestId, Collection<UUID> messages, UUID accountId) {
        jdbc.sql("""
                        insert into dispatch.reading (jurisdiction_id, request_id, entry_id, account_id, read_at)
                        select h.jurisdiction_id, h.request_id, h.entry_id, :account, greatest(h.happened_at, :now)
                        from request.history h
                        where h.request_id = :request and h.entry = 'NOTE' and h.entry_id = any(:messages)
                            and h.actor_account_id is distinct from :account
                        on conflict do nothing
                        """)
                .param("account", accountId)
                .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param("request", requestId)
                .param("messages", messages.toArray(UUID[]::new))
                .update();
    }
}
