package org.vigie.request;

import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.database.CopyRows;
import org.vigie.geo.Wgs84Point;

/**
 * Stores many requests of another system at once. What they went through there is history already: nobody is told, no job is offered,
 * and one line of history says where each came from. They come as one set, since what watches over requests looks once at each statement.
 */
@Repository
public class RequestBatch {

    /**
     * @param request with an empty number: it gets the next of the year of its receipt
     * @param source and externalId by which the other system knows it
     */
    public record Row(Request request, List<Deadline> promises, String source, String externalId, byte[] sha256) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final DataSource dataSource;
    private final RequestNumbers numbers;

    RequestBatch(NamedParameterJdbcTemplate jdbc, DataSource dataSource, RequestNumbers numbers) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.numbers = numbers;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Map<Integer, List<Row>> byYear = new TreeMap<>();
        rows.forEach(row ->
                byYear.computeIfAbsent(year(row), year -> new ArrayList<>()).add(row));
        stage(byYear);
        stageDeadlines(rows);
        jdbc.update(INSERT, Map.of());
        jdbc.update(INSERT_DEADLINES, Map.of());
        jdbc.update(INSERT_ENTRIES, Map.of());
    }

    /** Stores what the other system says now of a request that came from it before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(Row row, Instant now) {
        Map<String, @Nullable Object> values = RequestRow.parameters(row.request());
        values.put("sha", row.sha256());
        jdbc.update(REPLACE, values);
        jdbc.update(
                INSERT_UPDATE,
                Map.of(
                        "request", row.request().id(),
                        "id", Ids.next(),
                        "at", java.sql.Timestamp.from(now),
                        "to", row.request().state().name(),
                        "staff", known(row)));
    }

    private static int year(Row row) {
        return Year.from(row.request()
                        .times()
                        .receivedAt()
                        .atZone(CurrentJurisdiction.get().zone()))
                .getValue();
    }

    private static String known(Row row) {
        return row.source() + " " + row.externalId();
    }

    private void stage(Map<Integer, List<Row>> byYear) {
        jdbc.update(STAGE, Map.of());
        try (CopyRows copied = new CopyRows(dataSource, "added_request")) {
            byYear.forEach((year, rows) -> {
                List<Integer> ofYear = numbers.next(year, rows.size());
                for (int i = 0; i < rows.size(); i++) {
                    stage(rows.get(i), year, ofYear.get(i), copied);
                }
            });
        }
    }

    /** In the order of {@link #STAGE}. */
    private static void stage(Row row, int year, int number, CopyRows copied) {
        Request request = row.request();
        Map<String, @Nullable Object> next = DeadlineRow.next(row.promises());
        copied.row(
                request.id(),
                RequestNumbers.format(year, number),
                Ids.next(),
                request.kind(),
                request.state(),
                request.categoryId(),
                request.description(),
                request.channel(),
                request.priority(),
                request.isPrivate(),
                request.place().position().map(Wgs84Point::toJts),
                request.place().source(),
                request.place().address(),
                request.place().sectorId(),
                request.place().sectorVersionId(),
                request.place().rule(),
                request.place().metresToEdge(),
                request.assignment().serviceId(),
                request.assignment().teamId(),
                request.assignment().rule(),
                request.assignment().reason(),
                request.ownerAccountId(),
                request.times().receivedAt(),
                request.times().changedAt(),
                request.times().resolvedAt(),
                request.times().closedAt(),
                row.source(),
                row.externalId(),
                row.sha256(),
                next.get("nextCommitment"),
                instant(next.get("nextStarts")),
                instant(next.get("nextDue")));
    }

    private static @Nullable Instant instant(@Nullable Object stamp) {
        return stamp instanceof java.sql.Timestamp at ? at.toInstant() : null;
    }

    private void stageDeadlines(List<Row> rows) {
        jdbc.update(STAGE_DEADLINES, Map.of());
        try (CopyRows copied = new CopyRows(dataSource, "added_deadline")) {
            for (Row row : rows) {
                row.promises()
                        .forEach(promise ->
                                stage(DeadlineRow.parameters(row.request().id(), promise), copied));
            }
        }
    }

    /** In the order of {@link #STAGE_DEADLINES}. */
    private static void stage(Map<String, @Nullable Object> deadline, CopyRows copied) {
        copied.row(
                deadline.get("request"),
                deadline.get("commitment"),
                instant(deadline.get("starts")),
                instant(deadline.get("due")),
                instant(deadline.get("met")),
                deadline.get("amount"),
                deadline.get("unit"),
                deadline.get("calendar"),
                deadline.get("warningKind"),
                deadline.get("warningValue"),
                instant(deadline.get("warns")),
                instant(deadline.get("paused")),
                deadline.get("pausedMicros"));
    }

    /** Columns as the table has them, so that what is copied is read as there. */
    private static final String STAGE = """
            create temp table if not exists added_request on commit delete rows as
            select request_id, number, request_id as entry_id, kind, state, category_id, description, channel, priority,
                is_private, location, location_source, address, sector_id, sector_version_id, placement_rule, metres_to_edge, service_id, team_id,
                assignment_rule, assignment_reason, owner_account_id, received_at, changed_at, resolved_at, closed_at, source, external_id,
                import_sha256, next_commitment, next_starts_at, next_due_at
            from request.request with no data
            """;

    private static final String STAGE_DEADLINES = """
            create temp table if not exists added_deadline on commit delete rows as
            select request_id, commitment, starts_at, due_at, met_at, amount, unit, calendar_id, warning_kind, warning_value, warns_at, paused_at,
                paused_micros
            from request.deadline with no data
            """;
    private static final String INSERT = """
            insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel, priority,
                is_private, location, location_source, address, sector_id, sector_version_id, placement_rule, metres_to_edge, service_id,
                team_id, assignment_rule, assignment_reason, owner_account_id, received_at, changed_at, resolved_at, closed_at, source, external_id,
                import_sha256, next_commitment, next_starts_at, next_due_at)
            select access.current_jurisdiction(), request_id, number, kind, state, category_id, description, channel, priority,
                is_private, location, location_source, address, sector_id, sector_version_id, placement_rule, metres_to_edge, service_id,
                team_id, assignment_rule, assignment_reason, owner_account_id, received_at, changed_at, resolved_at, closed_at, source, external_id,
                import_sha256, next_commitment, next_starts_at, next_due_at
            from added_request order by number
            """;
    private static final String INSERT_DEADLINES = """
            insert into request.deadline (jurisdiction_id, request_id, commitment, starts_at, due_at, met_at, amount, unit, calendar_id,
                warning_kind, warning_value, warns_at, paused_at, paused_micros)
            select access.current_jurisdiction(), request_id, commitment, starts_at, due_at, met_at, amount, unit, calendar_id,
                warning_kind, warning_value, warns_at, paused_at, paused_micros
            from added_deadline
            """;
    private static final String INSERT_ENTRIES = """
            insert into request.history (jurisdiction_id, request_id, entry_id, happened_at, entry, to_state, public_text, staff_text, actor_label)
            select access.current_jurisdiction(), request_id, entry_id, received_at, 'IMPORTED', state, '', source || ' ' || external_id, 'Import'
            from added_request
            """;
    private static final String INSERT_UPDATE = """
            insert into request.history (jurisdiction_id, request_id, entry_id, happened_at, entry, to_state, public_text, staff_text, actor_label)
            values (access.current_jurisdiction(), :request, :id, :at, 'UPDATED', :to, '', :staff, 'Import')
            """;
    private static final String REPLACE = """
            update request.request
            set state = :state, category_id = :category, description = :description, channel = :channel, is_private = :private,
                location = st_geomfromewkb(:location), location_source = :locationSource, address = :address, sector_id = :sector,
                sector_version_id = :sectorVersion, placement_rule = :placementRule, metres_to_edge = :metresToEdge, service_id = :service,
                team_id = :team, assignment_rule = :assignmentRule, received_at = :receivedAt, changed_at = :changedAt,
                resolved_at = :resolvedAt, closed_at = :closedAt, import_sha256 = :sha, revision = revision + 1
            where request_id = :id
            """;
}
