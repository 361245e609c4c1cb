package org.vigie.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.Promise;
import org.vigie.catalogue.calendar.Length;
import org.vigie.catalogue.calendar.Warning;
import org.vigie.catalogue.calendar.WorkCalendar;
import tools.jackson.databind.json.JsonMapper;

/** How a deadline lies in its table. */
final class DeadlineRow {

    static final String INSERT = """
            insert into request.deadline (jurisdiction_id, request_id, commitment, starts_at, due_at, met_at, amount, unit, calendar_id,
                warning_kind, warning_value, warns_at, paused_at, paused_micros)
            values (access.current_jurisdiction(), :request, :commitment, :starts, :due, :met, :amount, :unit, :calendar,
                :warningKind, :warningValue, :warns, :paused, :pausedMicros)
            """;

    /** Those of a new request, from JSON: the statement is the same however many they are. */
    static final String INSERT_ALL = """
            insert into request.deadline (jurisdiction_id, request_id, commitment, starts_at, due_at, met_at, amount, unit, calendar_id,
                warning_kind, warning_value, warns_at)
            select access.current_jurisdiction(), :request, d.*
            from jsonb_to_recordset(cast(:deadlines as jsonb)) as d (commitment text, starts timestamptz, due timestamptz, met timestamptz,
                amount int, unit text, calendar uuid, "warningKind" text, "warningValue" int, warns timestamptz)
            """;

    private static final JsonMapper JSON = new JsonMapper();

    static final String UPDATE = """
            update request.deadline
            set starts_at = :starts, due_at = :due, met_at = :met, amount = :amount, unit = :unit, calendar_id = :calendar,
                warning_kind = :warningKind, warning_value = :warningValue, warns_at = :warns, paused_at = :paused,
                paused_micros = :pausedMicros
            where request_id = :request and commitment = :commitment
            """;

    /** Copies it as it is before it changes. */
    static final String KEEP = """
            insert into request.deadline_before (jurisdiction_id, request_id, commitment, until, starts_at, due_at, met_at, warns_at, paused_at)
            select jurisdiction_id, request_id, commitment, :until, starts_at, due_at, met_at, warns_at, paused_at
            from request.deadline where request_id = :request and commitment = :commitment
            on conflict do nothing
            """;

    private DeadlineRow() {}

    /** @param calendars by id, the one round the clock for none */
    static Deadline read(ResultSet row, Function<@Nullable UUID, WorkCalendar> calendars) throws SQLException {
        String kind = row.getString("warning_kind");
        Optional<Warning> warning = kind == null
                ? Optional.empty()
                : Optional.of(new Warning(Warning.Kind.valueOf(kind), row.getInt("warning_value")));
        Promise promise = new Promise(
                new Length(row.getInt("amount"), Length.Unit.valueOf(row.getString("unit"))),
                calendars.apply(row.getObject("calendar_id", UUID.class)),
                warning);
        return new Deadline(
                Commitment.valueOf(row.getString("commitment")),
                promise,
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                instant(row, "met_at"),
                instant(row, "warns_at"),
                instant(row, "paused_at"),
                Duration.of(row.getLong("paused_micros"), ChronoUnit.MICROS));
    }

    static Map<String, @Nullable Object> parameters(UUID requestId, Deadline deadline) {
        Map<String, @Nullable Object> values = parameters(deadline);
        values.put("request", requestId);
        return values;
    }

    private static Map<String, @Nullable Object> parameters(Deadline deadline) {
        Map<String, @Nullable Object> values = new HashMap<>();
        Promise promise = deadline.promise();
        values.put("commitment", deadline.commitment().name());
        values.put("starts", Timestamp.from(deadline.startsAt()));
        values.put("due", Timestamp.from(deadline.dueAt()));
        values.put("met", stamp(deadline.metAt()));
        values.put("amount", promise.length().amount());
        values.put("unit", promise.length().unit().name());
        values.put("calendar", promise.calendar().id().orElse(null));
        values.put(
                "warningKind", promise.warning().map(rule -> rule.kind().name()).orElse(null));
        values.put("warningValue", promise.warning().map(Warning::value).orElse(null));
        values.put("warns", stamp(deadline.warnsAt()));
        values.put("paused", stamp(deadline.pausedAt()));
        values.put("pausedMicros", deadline.paused().toNanos() / 1000);
        return values;
    }

    /** None is paused yet. */
    static String toJson(List<Deadline> promises) {
        return JSON.writeValueAsString(promises.stream()
                .map(promise -> {
                    Map<String, @Nullable Object> values = parameters(promise);
                    values.replaceAll((name, value) -> value == null ? null : inJson(value));
                    return values;
                })
                .toList());
    }

    private static Object inJson(Object value) {
        return value instanceof Timestamp at ? at.toInstant().toString() : value;
    }

    private static @Nullable Timestamp stamp(Optional<Instant> at) {
        return at.map(Timestamp::from).orElse(null);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    /** What a new request shows of its promises: the next that is open, none of which is paused yet. */
    static Map<String, @Nullable Object> next(List<Deadline> promises) {
        Optional<Deadline> next = promises.stream().filter(Deadline::isOpen).min(Comparator.comparing(Deadline::dueAt));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(
                "nextCommitment",
                next.map(promise -> promise.commitment().name()).orElse(null));
        values.put(
                "nextStarts",
                next.map(promise -> Timestamp.from(promise.startsAt())).orElse(null));
        values.put(
                "nextDue", next.map(promise -> Timestamp.from(promise.dueAt())).orElse(null));
        return values;
    }
}
