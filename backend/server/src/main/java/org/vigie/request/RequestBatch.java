package org.vigie.request;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;

/**
 * Stores many requests of another system at once. What they went through there is history already: nobody is told, no job is offered,
 * and one line of history says where each came from.
 */
@Repository
public class RequestBatch {

    /**
     * @param request with an empty number: it gets the next of the year of its receipt
     * @param source and externalId by which the other system knows it
     */
    public record Row(Request request, List<Deadline> promises, String source, String externalId, byte[] sha256) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final RequestNumbers numbers;

    RequestBatch(NamedParameterJdbcTemplate jdbc, RequestNumbers numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Row> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        List<Map<String, @Nullable Object>> requests = new ArrayList<>();
        List<Map<String, @Nullable Object>> deadlines = new ArrayList<>();
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        Map<Integer, List<Row>> byYear = new TreeMap<>();
        rows.forEach(row ->
                byYear.computeIfAbsent(year(row), year -> new ArrayList<>()).add(row));
        byYear.forEach((year, ofYear) -> {
            int number = numbers.reserve(year, ofYear.size());
            for (Row row : ofYear) {
                requests.add(parameters(row, RequestNumbers.format(year, number++)));
                row.promises()
                        .forEach(promise -> deadlines.add(
                                DeadlineRow.parameters(row.request().id(), promise)));
                entries.add(entry(row, HistoryEntry.Kind.IMPORTED, now));
            }
        });
        insert(INSERT, requests);
        insert(DeadlineRow.INSERT, deadlines);
        insert(INSERT_ENTRY, entries);
    }

    /** Stores what the other system says now of a request that came from it before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(Row row, Instant now) {
        jdbc.update(REPLACE, parameters(row, ""));
        jdbc.update(INSERT_ENTRY, entry(row, HistoryEntry.Kind.UPDATED, now));
    }

    private void insert(String sql, List<Map<String, @Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            @SuppressWarnings({"unchecked", "rawtypes"})
            Map<String, Object>[] batch = (Map<String, Object>[]) (Map[]) rows.toArray(new Map[0]);
            jdbc.batchUpdate(sql, batch);
        }
    }

    private static int year(Row row) {
        return Year.from(row.request()
                        .times()
                        .receivedAt()
                        .atZone(CurrentJurisdiction.get().zone()))
                .getValue();
    }

    private static Map<String, @Nullable Object> parameters(Row row, String number) {
        Map<String, @Nullable Object> values = RequestRow.parameters(row.request());
        values.putAll(DeadlineRow.next(row.promises()));
        values.put("number", number);
        values.put("source", row.source());
        values.put("externalId", row.externalId());
        values.put("sha", row.sha256());
        return values;
    }

    private static Map<String, @Nullable Object> entry(Row row, HistoryEntry.Kind kind, Instant now) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("request", row.request().id());
        values.put("id", Ids.next());
        values.put(
                "at",
                Timestamp.from(
                        kind == HistoryEntry.Kind.IMPORTED
                                ? row.request().times().receivedAt()
                                : now));
        values.put("entry", kind.name());
        values.put("to", row.request().state().name());
        values.put("staff", row.source() + " " + row.externalId());
        return values;
    }

    private static final String INSERT = """
            insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel, priority,
                is_private, location, location_source, address, sector_id, sector_version_id, placement_rule, metres_to_edge, service_id,
                team_id, assignment_rule, assignment_reason, owner_account_id, received_at, changed_at, resolved_at, closed_at, source, external_id,
                import_sha256, next_commitment, next_starts_at, next_due_at)
            values (access.current_jurisdiction(), :id, :number, :kind, :state, :category, :description, :channel, :priority,
                :private, st_geomfromewkb(:location), :locationSource, :address, :sector, :sectorVersion, :placementRule, :metresToEdge, :service,
                :team, :assignmentRule, :assignmentReason, :owner, :receivedAt, :changedAt, :resolvedAt, :closedAt, :source, :externalId,
                :sha, :nextCommitment, :nextStarts, :nextDue)
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
    private static final String INSERT_ENTRY = """
            insert into request.history (jurisdiction_id, request_id, entry_id, happened_at, entry, to_state, public_text, staff_text, actor_label)
            values (access.current_jurisdiction(), :request, :id, :at, :entry, :to, '', :staff, 'Import')
            """;
}
