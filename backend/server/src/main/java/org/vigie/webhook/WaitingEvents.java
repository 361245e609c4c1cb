package org.vigie.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.request.RequestChanged;
import org.vigie.request.RequestState;

/** What the hooks of the jurisdiction that is open are still to be told. */
@Repository
class WaitingEvents {

    /** What is to be told, and until when that is tried. */
    record New(UUID id, UUID hookId, EventKind kind, RequestChanged change, Instant at, Instant giveUpAt) {}

    private final JdbcClient jdbc;

    WaitingEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether that hook has been told something of that request, or is about to be. */
    boolean knows(UUID hookId, UUID requestId) {
        return jdbc.sql("select exists (select from webhook.lane where hook_id = :hook and request_id = :request)")
                .param("hook", hookId)
                .param("request", requestId)
                .query(Boolean.class)
                .single();
    }

    /**
     * The next in its lane, whose row is held to the end of the transaction, so that numbers are given in the order of the commits.
     *
     * @return false when the hook ended meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean add(New event) {
        RequestState entered = event.change().entered();
        return jdbc.sql("""
                        with lane as (
                            insert into webhook.lane (jurisdiction_id, hook_id, request_id, last_sequence)
                            select access.current_jurisdiction(), hook_id, :request, 1 from webhook.hook where hook_id = :hook for key share
                            on conflict (jurisdiction_id, hook_id, request_id) do update set last_sequence = lane.last_sequence + 1
                            returning last_sequence
                        )
                        insert into webhook.event (jurisdiction_id, event_id, hook_id, request_id, sequence, kind, entry_id, happened_at, entered,
                            next_attempt_at, give_up_at)
                        select access.current_jurisdiction(), :id, :hook, :request, lane.last_sequence, :kind, :entry, :happened, :entered, :now, :until
                        from lane
                        """)
                        .param("id", event.id())
                        .param("hook", event.hookId())
                        .param("request", event.change().requestId())
                        .param("kind", event.kind().name())
                        .param("entry", event.change().entry().id())
                        .param("happened", event.change().entry().at().atOffset(ZoneOffset.UTC))
                        .param("entered", entered == null ? null : entered.name())
                        .param("now", event.at().atOffset(ZoneOffset.UTC))
                        .param("until", event.giveUpAt().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    Optional<WaitingEvent> findWaiting(UUID id) {
        return jdbc.sql("select * from webhook.event where event_id = :id and given_up_at is null")
                .param("id", id)
                .query(WaitingEvents::read)
                .optional();
    }

    /** The first that waits before that one in its lane. */
    Optional<WaitingEvent> firstBefore(WaitingEvent event) {
        return jdbc.sql("""
                        select * from webhook.event
                        where hook_id = :hook and request_id = :request and sequence < :sequence and given_up_at is null
                        order by sequence limit 1
                        """)
                .param("hook", event.hookId())
                .param("request", event.requestId())
                .param("sequence", event.sequence())
                .query(WaitingEvents::read)
                .optional();
    }

    boolean isTold(WaitingEvent event) {
        return jdbc.sql("select told from webhook.lane where hook_id = :hook and request_id = :request")
                .param("hook", event.hookId())
                .param("request", event.requestId())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** It was taken, or there is nothing to be told any more. */
    void remove(WaitingEvent event) {
        jdbc.sql("delete from webhook.event where event_id = :id")
                .param("id", event.id())
                .update();
    }

    void markTold(WaitingEvent event, boolean told) {
        jdbc.sql(
                        "update webhook.lane set told = :told where hook_id = :hook and request_id = :request and told <> :told")
                .param("told", told)
                .param("hook", event.hookId())
                .param("request", event.requestId())
                .update();
    }

    void failed(WaitingEvent event, String error, Instant next) {
        jdbc.sql("""
                        update webhook.event set attempts = attempts + 1, last_error = :error, next_attempt_at = :next where event_id = :id
                        """)
                .param("id", event.id())
                .param("error", error)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .update();
    }

    void giveUp(WaitingEvent event, Instant at) {
        jdbc.sql("update webhook.event set given_up_at = :at where event_id = :id")
                .param("id", event.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many of a hook wait. */
    int countWaiting(UUID hookId) {
        return jdbc.sql("select count(*) from webhook.event where hook_id = :hook and given_up_at is null")
                .param("hook", hookId)
                .query(Integer.class)
                .single();
    }

    int countGivenUp(UUID hookId) {
        return jdbc.sql("select count(*) from webhook.event where hook_id = :hook and given_up_at is not null")
                .param("hook", hookId)
                .query(Integer.class)
                .single();
    }

    /** Those of a hook that were given up, in the order in which they are to be sent again. */
    List<WaitingEvent> listGivenUp(UUID hookId, int limit) {
        return jdbc.sql("""
                        select * from webhook.event where hook_id = :hook and given_up_at is not null order by happened_at, request_id, sequence
                        limit :limit
                        """)
                .param("hook", hookId)
                .param("limit", limit)
                .query(WaitingEvents::read)
                .list();
    }

    List<WaitingEvent> listWaiting(UUID hookId) {
        return jdbc.sql("select * from webhook.event where hook_id = :hook and given_up_at is null")
                .param("hook", hookId)
                .query(WaitingEvents::read)
                .list();
    }

    /** @return those that were given up and wait again, in a round of their own */
    List<WaitingEvent> again(UUID hookId, Optional<UUID> only, Instant now, Instant giveUpAt) {
        return jdbc.sql("""
                        update webhook.event set given_up_at = null, round = round + 1, attempts = 0, next_attempt_at = :now, give_up_at = :until
                        where hook_id = :hook and given_up_at is not null and (cast(:only as uuid) is null or event_id = cast(:only as uuid))
                        returning *
                        """)
                .param("hook", hookId)
                .param("only", only.orElse(null))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", giveUpAt.atOffset(ZoneOffset.UTC))
                .query(WaitingEvents::read)
                .list();
    }

    int removeGivenUpBefore(Instant moment) {
        return jdbc.sql("delete from webhook.event where given_up_at < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static WaitingEvent read(ResultSet row, int rowNumber) throws SQLException {
        return new WaitingEvent(
                row.getObject("event_id", UUID.class),
                row.getObject("hook_id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getInt("sequence"),
                EventKind.valueOf(row.getString("kind")),
                row.getObject("entry_id", UUID.class),
                Webhooks.instant(row, "happened_at").orElseThrow(),
                Optional.ofNullable(row.getString("entered")),
                row.getInt("round"),
                row.getInt("attempts"),
                Webhooks.instant(row, "next_attempt_at").orElseThrow(),
                Webhooks.instant(row, "give_up_at").orElseThrow(),
                Webhooks.instant(row, "given_up_at"),
                Optional.ofNullable(row.getString("last_error")));
    }
}
