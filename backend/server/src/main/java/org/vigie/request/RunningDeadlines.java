package org.vigie.request;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.database.CopyRows;
import org.vigie.catalogue.Calendars;
import org.vigie.catalogue.calendar.Warning;
import org.vigie.catalogue.calendar.WorkCalendar;

/** The promises of many requests that are not kept yet, read and written all at once. */
@Repository
class RunningDeadlines {

    /** A deadline before and after a rule was changed. */
    record Change(UUID requestId, String number, Deadline before, Deadline after) {

        boolean moves() {
            return !before.dueAt().equals(after.dueAt());
        }
    }

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;

    RunningDeadlines(JdbcClient jdbc, DataSource dataSource, Calendars calendars, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.calendars = calendars;
        this.events = events;
    }

    /** What a rule changes of all that runs on a calendar, or on any. Nobody else changes those requests before this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Change> onCalendar(Optional<UUID> calendarId, Function<Deadline, Deadline> rule) {
        return changes(
                "d.calendar_id is not null and (d.calendar_id = :id or cast(:id as uuid) is null)",
                calendarId.orElse(null),
                rule);
    }

    /** As {@link #onCalendar}, of all requests of a category. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Change> ofCategory(UUID categoryId, Function<Deadline, Deadline> rule) {
        return changes("r.category_id = :id", categoryId, rule);
    }

    private List<Change> changes(String which, @Nullable UUID id, Function<Deadline, Deadline> rule) {
        Function<@Nullable UUID, WorkCalendar> known = byId();
        return jdbc
                .sql("""
                        select d.*, r.number from request.deadline d join request.request r using (jurisdiction_id, request_id)
                        where d.met_at is null and %s order by r.request_id for update
                        """.formatted(which))
                .param("id", id)
                .query((row, n) -> {
                    Deadline before = DeadlineRow.read(row, known);
                    return new Change(
                            row.getObject("request_id", UUID.class),
                            row.getString("number"),
                            before,
                            rule.apply(before));
                })
                .list()
                .stream()
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    /** Asked once: inside a change every look at the calendars is one at the database. */
    private Function<@Nullable UUID, WorkCalendar> byId() {
        WorkCalendar roundTheClock =
                WorkCalendar.roundTheClock(CurrentJurisdiction.get().zone());
        Map<UUID, WorkCalendar> all = calendars.list().values().stream()
                .collect(Collectors.toMap(calendar -> calendar.id().orElseThrow(), Function.identity()));
        return id -> id == null ? roundTheClock : Objects.requireNonNull(all.get(id));
    }

    /** Stores what changed, tells the history of each request what moved and why, and tells the later steps once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(List<Change> changes, String reason, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql(STAGE).update();
        stageDeadlines(changes);
        jdbc.sql(KEEP_WHAT_HELD).param("until", Timestamp.from(now)).update();
        jdbc.sql(UPDATE_DEADLINES).update();
        Map<UUID, List<Change>> moved = changes.stream()
                .filter(Change::moves)
                .collect(Collectors.groupingBy(Change::requestId, LinkedHashMap::new, Collectors.toList()));
        stageEntries(moved, reason);
        Actor actor = Optional.of(Actor.current())
                .filter(signedIn -> signedIn.accountId().isPresent())
                .orElse(Actor.VIGIE);
        jdbc.sql(INSERT_ENTRIES)
                .param("at", Timestamp.from(now))
                .param("account", actor.accountId().orElse(null))
                .param("actor", actor.label())
                .update();
        jdbc.sql(SHOW_NEXT).update();
        jdbc.sql("drop table recounted_deadline, recounted_request").update();
        events.publishEvent(new RequestsRecounted(
                changes.stream().map(Change::requestId).distinct().toList(), now));
    }

    private void stageDeadlines(List<Change> changes) {
        try (CopyRows rows = new CopyRows(dataSource, "recounted_deadline")) {
            for (Change change : changes) {
                Deadline after = change.after();
                rows.row(
                        change.requestId(),
                        after.commitment(),
                        after.dueAt(),
                        after.warnsAt(),
                        after.pausedAt(),
                        after.promise().length().amount(),
                        after.promise().length().unit(),
                        after.promise().calendar().id(),
                        after.promise().warning().map(Warning::kind),
                        after.promise().warning().map(Warning::value));
            }
        }
    }

    private void stageEntries(Map<UUID, List<Change>> moved, String reason) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm")
                .withZone(CurrentJurisdiction.get().zone());
        try (CopyRows rows = new CopyRows(dataSource, "recounted_request")) {
            moved.forEach((id, ofRequest) -> rows.row(
                    id,
                    Ids.next(),
                    ofRequest.stream().map(change -> words(change, format)).collect(Collectors.joining(", ")) + " : "
                            + reason));
        }
    }

    private static String words(Change change, DateTimeFormatter format) {
        return "%s %s → %s"
                .formatted(
                        change.before().commitment(),
                        format.format(change.before().dueAt()),
                        format.format(change.after().dueAt()));
    }

    private static final String STAGE = """
            create temp table recounted_deadline (request_id uuid, commitment text, due_at timestamptz, warns_at timestamptz,
                paused_at timestamptz, amount int, unit text, calendar_id uuid, warning_kind text, warning_value int) on commit drop;
            create temp table recounted_request (request_id uuid primary key, entry_id uuid not null, told text not null) on commit drop
            """;
    private static final String KEEP_WHAT_HELD = """
            insert into request.deadline_before (jurisdiction_id, request_id, commitment, until, starts_at, due_at, met_at, warns_at, paused_at)
            select d.jurisdiction_id, d.request_id, d.commitment, :until, d.starts_at, d.due_at, d.met_at, d.warns_at, d.paused_at
            from request.deadline d join recounted_deadline s using (request_id, commitment)
            where d.jurisdiction_id = access.current_jurisdiction()
            on conflict do nothing
            """;
    private static final String UPDATE_DEADLINES = """
            update request.deadline d
            set due_at = s.due_at, warns_at = s.warns_at, paused_at = s.paused_at, amount = s.amount, unit = s.unit,
                calendar_id = s.calendar_id, warning_kind = s.warning_kind, warning_value = s.warning_value
            from recounted_deadline s
            where d.jurisdiction_id = access.current_jurisdiction() and d.request_id = s.request_id and d.commitment = s.commitment
            """;
    private static final String INSERT_ENTRIES = """
            insert into request.history (jurisdiction_id, request_id, entry_id, happened_at, entry, staff_text, actor_account_id, actor_label)
            select access.current_jurisdiction(), request_id, entry_id, :at, 'RECOUNTED', told, cast(:account as uuid), :actor from recounted_request
            """;
    /** A recount is nobody's work on the request: when it was last changed stays. */
    private static final String SHOW_NEXT = """
            update request.request r
            set (next_commitment, next_starts_at, next_due_at, next_paused_at) = (
                    select d.commitment, d.starts_at, d.due_at, d.paused_at from request.deadline d
                    where d.jurisdiction_id = r.jurisdiction_id and d.request_id = r.request_id and d.met_at is null
                    order by d.due_at limit 1),
                revision = r.revision + 1
            from recounted_request s where r.jurisdiction_id = access.current_jurisdiction() and r.request_id = s.request_id
            """;
}
