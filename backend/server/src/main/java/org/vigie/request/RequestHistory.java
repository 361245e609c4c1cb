package org.vigie.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.database.OneExchange;
import tools.jackson.databind.json.JsonMapper;

/** What happened to the requests of the jurisdiction that is open: appended to, never changed. */
@Repository
public class RequestHistory {

    private static final String ORDER = " order by happened_at, entry_id";

    /** What is told sooner after it happened is written down as it happens. */
    static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final String INSERT = """
            insert into request.history (jurisdiction_id, request_id, entry_id, happened_at, recorded_at, entry, from_state,
                to_state, public_text, staff_text, actor_account_id, actor_label)
            values (access.current_jurisdiction(), :request, :id, :at, :recorded, :entry, :from, :to, :public, :staff, :account, :actor)
            """;

    /** From JSON: the statement is the same however many there are. */
    private static final String INSERT_ALL = """
            insert into request.history (jurisdiction_id, request_id, entry_id, happened_at, recorded_at, entry, from_state,
                to_state, public_text, staff_text, actor_account_id, actor_label)
            select access.current_jurisdiction(), :request, e.*
            from jsonb_to_recordset(cast(:entries as jsonb)) as e (id uuid, at timestamptz, recorded timestamptz, entry text, "from" text,
                "to" text, "public" text, staff text, account uuid, actor text)
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;

    RequestHistory(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<HistoryEntry> list(UUID requestId) {
        return jdbc.sql("select * from request.history where request_id = :id" + ORDER)
                .param("id", requestId)
                .query(RequestHistory::read)
                .list();
    }

    @Transactional(readOnly = true)
    HistoryEntry last(UUID requestId) {
        return list(requestId).getLast();
    }

    /** In one exchange with the database, however many they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    void append(UUID requestId, List<HistoryEntry> entries) {
        batches.batchUpdate(
                INSERT,
                entries.stream().map(entry -> parameters(requestId, entry)).toArray(SqlParameterSource[]::new));
    }

    /** The first lines of a new request, as one statement. */
    void begin(OneExchange exchange, UUID requestId, List<HistoryEntry> entries) {
        exchange.add(
                INSERT_ALL,
                Map.of(
                        "request",
                        requestId,
                        "entries",
                        JSON.writeValueAsString(entries.stream().map(this::line).toList())));
    }

    private Map<String, @Nullable Object> line(HistoryEntry entry) {
        Map<String, @Nullable Object> line = new HashMap<>();
        line.put("id", entry.id().toString());
        line.put("at", entry.at().toString());
        line.put(
                "recorded",
                Optional.ofNullable(recordedAt(entry))
                        .map(at -> at.toInstant().toString())
                        .orElse(null));
        line.put("entry", entry.kind().name());
        line.put("from", name(entry.from()));
        line.put("to", name(entry.to()));
        line.put("public", entry.publicText());
        line.put("staff", entry.staffText());
        line.put("account", entry.actorAccountId());
        line.put("actor", entry.actorLabel());
        return line;
    }

    private SqlParameterSource parameters(UUID requestId, HistoryEntry entry) {
        return new MapSqlParameterSource("request", requestId)
                .addValue("id", entry.id())
                .addValue("at", Timestamp.from(entry.at()))
                .addValue("recorded", recordedAt(entry), Types.TIMESTAMP)
                .addValue("entry", entry.kind().name())
                .addValue("from", name(entry.from()))
                .addValue("to", name(entry.to()))
                .addValue("public", entry.publicText())
                .addValue("staff", entry.staffText())
                .addValue("account", entry.actorAccountId())
                .addValue("actor", entry.actorLabel());
    }

    private @Nullable Timestamp recordedAt(HistoryEntry entry) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return entry.at().plus(AT_ONCE).isBefore(now) ? Timestamp.from(now) : null;
    }

    private static @Nullable String name(@Nullable RequestState state) {
        return state == null ? null : state.name();
    }

    private static HistoryEntry read(ResultSet row, int rowNumber) throws SQLException {
        return new HistoryEntry(
                row.getObject("entry_id", UUID.class),
                row.getTimestamp("happened_at").toInstant(),
                HistoryEntry.Kind.valueOf(row.getString("entry")),
                state(row, "from_state"),
                state(row, "to_state"),
                row.getString("public_text"),
                row.getString("staff_text"),
                row.getObject("actor_account_id", UUID.class),
                row.getString("actor_label"));
    }

    private static @Nullable RequestState state(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column))
                .map(RequestState::valueOf)
                .orElse(null);
    }
}
