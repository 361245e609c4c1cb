package org.vigie.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.request.RequestState;

/** The requests as the desk sees them. */
@Repository
public class DeskQueue {

    /** How many are open, late, due before midnight, not yet assigned, not yet acknowledged, and in escalation. */
    public record Counts(int open, int late, int dueToday, int received, int toAcknowledge, int escalated) {}

    /** One page of the queue, how many there are on all pages, and where the next one begins. */
    public record Page(List<DeskCard> items, int total, Optional<QueueMark> next) {}

    private static final String OPEN = "r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')";

    /** What is paused was not late when the pause began. */
    private static final String LATE = "r.next_due_at < :now and r.next_paused_at is null";

    /** What a filter looks at; the rest of a card is read of one page only. */
    private static final String FILTERED = """
             from request.request r
            join catalogue.category c on c.jurisdiction_id = r.jurisdiction_id and c.category_id = r.category_id
            join catalogue.domain d on d.jurisdiction_id = c.jurisdiction_id and d.domain_id = c.domain_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DeskQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page list(DeskFilter filter) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, values);
        int total = jdbc.sql("select count(*) as n " + FILTERED + where)
                .params(values)
                .query((row, n) -> row.getInt("n"))
                .single();
        String order = QueueOrder.of(filter).page(filter, values);
        List<QueueMark> rows = jdbc.sql("select " + QueueOrder.MARK + FILTERED + where + order + " limit :limit")
                .params(values)
                .param("limit", filter.limit() + 1)
                .query(QueueOrder::mark)
                .list();
        List<QueueMark> shown = rows.subList(0, Math.min(filter.limit(), rows.size()));
        Optional<QueueMark> next = rows.size() > shown.size() ? Optional.of(shown.getLast()) : Optional.empty();
        return new Page(inOrder(shown.stream().map(QueueMark::requestId).toList()), total, next);
    }

    @Transactional(readOnly = true)
    public Optional<DeskCard> find(UUID requestId) {
        return jdbc.sql("select " + DeskCardRow.COLUMNS + DeskCardRow.FROM + " where r.request_id = :id")
                .param("id", requestId)
                .query(new DeskCardRow(clock.instant()))
                .optional();
    }

    /** In two steps: as one, the planner reads the cards of all requests to keep those of a page. */
    private List<DeskCard> inOrder(List<UUID> requestIds) {
        Map<UUID, DeskCard> cards = new HashMap<>();
        list(requestIds).forEach(card -> cards.put(card.id(), card));
        return requestIds.stream()
                .flatMap(id -> Stream.ofNullable(cards.get(id)))
                .toList();
    }

    /** The cards of these requests, in no order; unknown ids are left out. */
    @Transactional(readOnly = true)
    public List<DeskCard> list(Collection<UUID> requestIds) {
        return requestIds.isEmpty()
                ? List.of()
                : jdbc.sql("select " + DeskCardRow.COLUMNS + DeskCardRow.FROM + " where r.request_id = any(:ids)")
                        .param("ids", requestIds.toArray(UUID[]::new))
                        .query(new DeskCardRow(clock.instant()))
                        .list();
    }

    @Transactional(readOnly = true)
    public Counts counts() {
        Instant now = clock.instant();
        var zone = CurrentJurisdiction.get().zone();
        Instant midnight =
                LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
        return jdbc.sql("select count(*) as open, count(*) filter (where " + LATE + ") as late, "
                        + "count(*) filter (where r.next_due_at >= :now and r.next_due_at < :midnight) as due_today, "
                        + "count(*) filter (where r.state in ('RECEIVED', 'REOPENED')) as received, "
                        + "count(*) filter (where " + FollowConditions.TO_ACKNOWLEDGE + ") as to_acknowledge, "
                        + "count(*) filter (where r.escalation_step is not null) as escalated "
                        + "from request.request r where " + OPEN)
                .param("now", Timestamp.from(now))
                .param("midnight", Timestamp.from(midnight))
                .query((row, n) -> new Counts(
                        row.getInt("open"),
                        row.getInt("late"),
                        row.getInt("due_today"),
                        row.getInt("received"),
                        row.getInt("to_acknowledge"),
                        row.getInt("escalated")))
                .single();
    }

    /** Open requests by team: its load. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> loads() {
        Map<UUID, Integer> loads = new HashMap<>();
        jdbc.sql("select r.team_id, count(*) as n from request.request r where " + OPEN + " group by r.team_id")
                .query((row, n) -> loads.put(row.getObject("team_id", UUID.class), row.getInt("n")))
                .list();
        return loads;
    }

    String where(DeskFilter filter, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        if (filter.states().isEmpty()) {
            conditions.add(OPEN);
        } else {
            conditions.add("r.state in (:states)");
            values.put(
                    "states", filter.states().stream().map(RequestState::name).toList());
        }
        if (!filter.domains().isEmpty()) {
            conditions.add("d.code in (:domains)");
            values.put("domains", filter.domains());
        }
        if (!filter.categories().isEmpty()) {
            conditions.add("c.code in (:categories)");
            values.put("categories", filter.categories());
        }
        filter.teamId().ifPresent(team -> {
            conditions.add("r.team_id = :team");
            values.put("team", team);
        });
        if (filter.late()) {
            conditions.add(LATE);
            values.put("now", Timestamp.from(clock.instant()));
        }
        if (filter.escalated()) {
            conditions.add("r.escalation_step is not null");
        }
        filter.dueBefore().ifPresent(due -> {
            conditions.add("r.next_due_at < :dueBefore");
            values.put("dueBefore", Timestamp.from(due));
        });
        FollowConditions.add(filter.follow(), conditions, values);
        AreaConditions.add(filter, conditions, values);
        filter.text().ifPresent(text -> {
            String person = PersonSearch.isAllowed()
                    ? " or exists (select 1 from request.requester q where q.request_id = r.request_id "
                            + "and (q.name ilike :text or q.organisation_name ilike :text or q.email ilike :text or q.phone ilike :text))"
                    : "";
            conditions.add(
                    "(r.number ilike :text or r.address ilike :text or r.description ilike :text or c.name ilike :text"
                            + person + ")");
            values.put("text", "%" + text.replaceAll("([%_\\\\])", "\\\\$1") + "%");
        });
        return " where " + String.join(" and ", conditions);
    }
}
