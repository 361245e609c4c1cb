package org.vigie.request;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.database.OneExchange;
import org.vigie.access.module.ModuleName;
import org.vigie.access.module.Modules;
import org.vigie.catalogue.Calendars;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.Promises;

/** What was promised for each request, when it warns, is due and paused, and what has been kept. */
@Repository
public class Deadlines {

    /** As they fall due. */
    public static final Comparator<Deadline> IN_ORDER = Comparator.comparing(Deadline::dueAt)
            .thenComparing(deadline -> deadline.commitment().name());

    private static final Set<Commitment> RESTARTED = EnumSet.of(Commitment.RESOLVE, Commitment.REPLY);

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final Modules modules;
    private final Clock clock;

    Deadlines(JdbcClient jdbc, Calendars calendars, Modules modules, Clock clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.modules = modules;
        this.clock = clock;
    }

    /** The promises of a category, counted from the moment of receipt. */
    public static List<Deadline> from(Promises promises, Instant receivedAt) {
        return promises.made().entrySet().stream()
                .map(made -> Deadline.begin(made.getKey(), made.getValue(), receivedAt))
                .toList();
    }

    /** In the order in which they fall due. */
    @Transactional(readOnly = true)
    public List<Deadline> list(UUID requestId) {
        return jdbc.sql("select * from request.deadline where request_id = :id order by due_at, commitment")
                .param("id", requestId)
                .query((row, n) -> DeadlineRow.read(row, calendars::get))
                .list();
    }

    /** As one statement, however many they are. */
    static void begin(OneExchange exchange, UUID requestId, List<Deadline> promises) {
        exchange.add(DeadlineRow.INSERT_ALL, Map.of("request", requestId, "deadlines", DeadlineRow.toJson(promises)));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void pause(UUID requestId, Instant at) {
        change(
                requestId,
                deadline -> deadline.commitment() == Commitment.ACKNOWLEDGE ? deadline : deadline.pausedFrom(at));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void resume(UUID requestId, Instant at) {
        change(requestId, deadline -> deadline.resumed(at));
        jdbc.sql("update request.pause set resumed_at = :at where request_id = :id and resumed_at is null")
                .param("at", Timestamp.from(at))
                .param("id", requestId)
                .update();
    }

    private void change(UUID requestId, UnaryOperator<Deadline> rule) {
        for (Deadline before : list(requestId)) {
            Deadline after = rule.apply(before);
            if (!after.equals(before)) {
                keepWhatHeld(requestId, before, after);
                jdbc.sql(DeadlineRow.UPDATE)
                        .params(DeadlineRow.parameters(requestId, after))
                        .update();
            }
        }
    }

    /** For figures of a past moment. A promise that is simply kept, and told at once, says itself when that was. */
    private void keepWhatHeld(UUID requestId, Deadline before, Deadline after) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Instant> met = after.metAt();
        boolean simplyKept = after.equals(before.met(met))
                && met.filter(at -> !at.plus(RequestHistory.AT_ONCE).isBefore(now))
                        .isPresent();
        if (!simplyKept) {
            jdbc.sql(DeadlineRow.KEEP)
                    .param("until", Timestamp.from(now))
                    .param("request", requestId)
                    .param("commitment", before.commitment().name())
                    .update();
        }
    }

    /**
     * Marks what an event of the history has kept. Reopening lets resolution and reply begin anew, by the promise that the request began
     * with; the end of the work ends a pause. An acknowledgement that was not delivered is owed again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void meet(Request request, HistoryEntry entry) {
        if (entry.kind() == HistoryEntry.Kind.REOPENED) {
            change(
                    request.id(),
                    deadline -> RESTARTED.contains(deadline.commitment())
                            ? Deadline.begin(deadline.commitment(), deadline.promise(), entry.at())
                            : deadline);
            return;
        }
        if (entry.kind() == HistoryEntry.Kind.UNDELIVERED && request.state().isOpen()) {
            change(
                    request.id(),
                    deadline -> deadline.commitment() == Commitment.ACKNOWLEDGE
                            ? deadline.met(Optional.empty())
                            : deadline);
            return;
        }
        Set<Commitment> kept = keptBy(request, entry.kind());
        if (entry.kind() == HistoryEntry.Kind.RESOLVED && isAnsweredByLetter(request.id())) {
            kept.remove(Commitment.REPLY);
        }
        if (kept.contains(Commitment.RESOLVE)) {
            resume(request.id(), entry.at());
        }
        if (!kept.isEmpty()) {
            change(
                    request.id(),
                    deadline -> deadline.isOpen() && kept.contains(deadline.commitment())
                            ? deadline.resumed(entry.at()).met(Optional.of(entry.at()))
                            : deadline);
        }
    }

    /**
     * Whether a letter is owed: what the version says that the request began with; its category, without one or since it was refiled.
     * None is where the town writes no letters.
     */
    @Transactional(readOnly = true)
    public boolean isAnsweredByLetter(UUID requestId) {
        return modules.isOn(ModuleName.FORMAL_REPLIES) && isLetterPromised(requestId);
    }

    private boolean isLetterPromised(UUID requestId) {
        return jdbc.sql("""
                        select coalesce(v.formal_reply_required, c.formal_reply_required)
                        from request.request r
                        join catalogue.category c using (jurisdiction_id, category_id)
                        left join catalogue.process_version v on v.jurisdiction_id = r.jurisdiction_id
                            and v.process_version_id = r.process_version_id and v.category_id = r.category_id
                        where r.request_id = :request
                        """).param("request", requestId).query(Boolean.class).single();
    }

    private static Set<Commitment> keptBy(Request request, HistoryEntry.Kind kind) {
        if (!request.state().isOpen() && request.state() != RequestState.RESOLVED) {
            return EnumSet.allOf(Commitment.class);
        }
        return switch (kind) {
            // That somebody took it in hand tells whoever asked nothing.
            case ACKNOWLEDGED -> EnumSet.of(Commitment.ACKNOWLEDGE);
            case ON_SITE, STARTED -> EnumSet.of(Commitment.ON_SITE);
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
                        set (next_commitment, next_starts_at, next_due_at, next_paused_at) = (
                            select d.commitment, d.starts_at, d.due_at, d.paused_at from request.deadline d
                            where d.jurisdiction_id = r.jurisdiction_id and d.request_id = r.request_id and d.met_at is null
                            order by d.due_at limit 1)
                        where r.request_id = :id
                        """).param("id", requestId).update();
    }
}
