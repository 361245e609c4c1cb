package org.vigie.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.access.database.OneExchange;

/** The requests of the jurisdiction that is open. Writing one appends to its history and tells the later steps, in one transaction. */
@Repository
public class Requests {

    private static final String SELECT =
            "select " + RequestRow.COLUMNS + " from request.request r where r.request_id = :id";

    private final JdbcClient jdbc;
    private final JdbcOperations exchanges;
    private final RequestHistory history;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;

    Requests(
            JdbcClient jdbc,
            JdbcOperations exchanges,
            RequestHistory history,
            Deadlines deadlines,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.exchanges = exchanges;
        this.history = history;
        this.deadlines = deadlines;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<Request> find(UUID id) {
        return jdbc.sql(SELECT).param("id", id).query(RequestRow::read).optional();
    }

    /** @throws Refusal not-found when there is none here */
    @Transactional(readOnly = true)
    public Request get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("request"));
    }

    /**
     * What its requester answered, and to which version's questions.
     *
     * @throws Refusal not-found when there is none here
     */
    @Transactional(readOnly = true)
    public Answers answers(UUID id) {
        return jdbc.sql("select process_version_id, answers from request.request where request_id = :id")
                .param("id", id)
                .query((row, n) ->
                        Answers.read(row.getObject("process_version_id", UUID.class), row.getString("answers")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("request"));
    }

    /**
     * Reads a request to change it; nobody else changes it before this transaction ends.
     *
     * @param revision that the caller has seen
     * @throws Refusal not-found, or changed-meanwhile with what happened since
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Request getToChange(UUID id, int revision) {
        Request request = lock(id);
        if (request.revision() != revision) {
            HistoryEntry last = history.last(id);
            throw new Refusal(
                    Refusal.Kind.CHANGED_MEANWHILE, "changed-meanwhile", last.actorLabel(), last.kind(), last.at());
        }
        return request;
    }

    /** As {@link #getToChange}, for a caller that applies whatever the revision is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Request lock(UUID id) {
        return jdbc.sql("select " + RequestRow.COLUMNS + " from request.request r where r.request_id = :id for update")
                .param("id", id)
                .query(RequestRow::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("request"));
    }

    /**
     * Stores a new request with what was answered, its promises, the first lines of its history and what later steps keep with it, all in
     * one exchange.
     *
     * @param besides adds what else belongs to it from the start
     * @return as it was stored: the database fills in an owner, and takes it from a team that stopped meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Request add(Arrival arrival, Consumer<RequestArriving> besides) {
        Request request = arrival.request();
        OneExchange exchange = new OneExchange();
        exchange.add(INSERT, parameters(arrival));
        Deadlines.begin(exchange, request.id(), arrival.promises());
        history.begin(exchange, request.id(), arrival.entries());
        HistoryEntry receipt = arrival.entries().getFirst();
        RequestArriving arriving = new RequestArriving(request, arrival.promises(), receipt, exchange);
        besides.accept(arriving);
        events.publishEvent(arriving);
        Request stored = exchange.send(exchanges, SELECT, Map.of("id", request.id()), RequestRow::read);
        events.publishEvent(RequestChanged.received(stored, arrival.promises(), receipt));
        return stored;
    }

    private static Map<String, @Nullable Object> parameters(Arrival arrival) {
        Map<String, @Nullable Object> values = RequestRow.parameters(arrival.request());
        values.putAll(DeadlineRow.next(arrival.promises()));
        values.put("processVersion", arrival.answers().processVersionId().orElse(null));
        values.put("answers", arrival.answers().toJson());
        return values;
    }

    /** Stores a changed request, appends to its history and tells the later steps. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Request save(Request before, Request after, HistoryEntry entry) {
        jdbc.sql(UPDATE).params(RequestRow.parameters(after)).update();
        deadlines.meet(after, entry);
        deadlines.showNext(after.id());
        history.append(after.id(), List.of(entry));
        UUID previousTeam = before.assignment().teamId();
        boolean handedOver = !previousTeam.equals(after.assignment().teamId());
        events.publishEvent(new RequestChanged(
                after.id(),
                entry,
                after.assignment().teamId(),
                handedOver ? previousTeam : null,
                before.state() == after.state() ? null : after.state(),
                after.isPrivate() && !before.isPrivate()));
        return get(after.id());
    }

    /** Adds what a rule noticed to the history. Nothing that anybody edits changes, so the revision stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void notice(Request request, HistoryEntry entry) {
        history.append(request.id(), List.of(entry));
        events.publishEvent(
                new RequestChanged(request.id(), entry, request.assignment().teamId(), null, null, false));
    }

    private static final String INSERT = """
            insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel, priority,
                is_private, location, location_source, address, sector_id, sector_version_id, placement_rule, metres_to_edge, service_id,
                team_id, assignment_rule, assignment_reason, authority_id, owner_account_id, received_at, changed_at, resolved_at, closed_at, revision,
                process_version_id, answers, next_commitment, next_starts_at, next_due_at)
            values (access.current_jurisdiction(), :id, :number, :kind, :state, :category, :description, :channel, :priority,
                :private, st_geomfromewkb(:location), :locationSource, :address, :sector, :sectorVersion, :placementRule, :metresToEdge, :service,
                :team, :assignmentRule, :assignmentReason, :authority, :owner, :receivedAt, :changedAt, :resolvedAt, :closedAt, :revision,
                :processVersion, cast(:answers as jsonb), :nextCommitment, :nextStarts, :nextDue)
            """;

    private static final String UPDATE = """
            update request.request
            set state = :state, category_id = :category, priority = :priority, is_private = :private,
                location = st_geomfromewkb(:location), location_source = :locationSource, address = :address, sector_id = :sector,
                sector_version_id = :sectorVersion, placement_rule = :placementRule, metres_to_edge = :metresToEdge, service_id = :service,
                team_id = :team, assignment_rule = :assignmentRule, assignment_reason = :assignmentReason, authority_id = :authority,
                owner_account_id = :owner, changed_at = :changedAt, resolved_at = :resolvedAt, closed_at = :closedAt, revision = revision + 1
            where request_id = :id
            """;
}
